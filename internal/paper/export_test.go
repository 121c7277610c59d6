package paper

// Words gives the table that For reads.
func Words() map[string][]string { return words() }
