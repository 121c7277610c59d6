package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryDependencyHasARecognisedLicence(t *testing.T) {
	modules, err := dependencies()
	if err != nil {
		t.Fatal(err)
	}
	if len(modules) < 5 {
		t.Fatalf("%d modules are told of", len(modules))
	}
	text, err := render(modules)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range modules {
		if len(m.notices) == 0 || !strings.Contains(text, "\n"+m.path+" "+m.version+"\nLicence: ") {
			t.Errorf("%s has no entry", m.path)
		}
	}
}

func TestDependenciesOfTheGoModFileAreToldOf(t *testing.T) {
	text, err := os.ReadFile("../../THIRD_PARTY_NOTICES")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(mod)) {
		if part := strings.Fields(line); strings.HasPrefix(line, "\t") && !strings.Contains(string(text), "\n"+part[0]+" "+part[1]+"\n") {
			t.Errorf("THIRD_PARTY_NOTICES does not tell of %s %s: run go generate ./internal/notices", part[0], part[1])
		}
	}
}

func TestLicencesAreToldByTheirText(t *testing.T) {
	own, err := os.ReadFile("../../LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	const mit = "Permission is hereby granted, free of charge, to any person\nobtaining a copy of this software and ...\n\tThe above copyright notice and this permission notice shall be included in all copies"
	const bsd = "Redistribution and use in source and binary\nforms, with or without modification, are permitted provided that ..."
	for _, c := range []struct{ name, text, want string }{
		{"Apache", string(own), "Apache-2.0"},
		{"MIT, broken otherwise", mit, "MIT"},
		{"BSD of two clauses", bsd, "BSD-2-Clause"},
		{"BSD of three", bsd + " Neither the name ... may be used to endorse or promote products", "BSD-3-Clause"},
		{"BSD of four", bsd + " All advertising materials mentioning features or use of this software", ""},
		{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted", "ISC"},
		{"MPL, which names the GPL", "Mozilla Public License Version 2.0 ... the GNU General Public License, Version 2.0", "MPL-2.0"},
		{"GPL", "GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007", ""},
		{"LGPL", "GNU LESSER GENERAL PUBLIC LICENSE\n Version 3", ""},
		{"AGPL", "GNU AFFERO GENERAL PUBLIC LICENSE\n Version 3", ""},
		{"a condition added", "\"Commons Clause\" License Condition v1.0\n" + mit, ""},
		{"MIT without its condition", mit[:60], ""},
		{"nothing", "", ""},
		{"words of one's own", "All rights reserved.", ""},
	} {
		if got := licence(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAModuleWithoutALicenceIsRefused(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"no file":             {},
		"a notice alone":      {"NOTICE": "青禾记账"},
		"an unknown licence":  {"LICENSE": "All rights reserved."},
		"a second licence":    {"LICENSE": "Apache License Version 2.0, January 2004", "LICENSE.other": "All rights reserved."},
		"a licence in a code": {"license.go": "package license // Apache License Version 2.0, January 2004"},
	} {
		folder := t.TempDir()
		for file, text := range files {
			if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		found, err := notices([]string{folder})
		if err != nil {
			t.Fatal(err)
		}
		if text, err := render([]module{{path: "example.com/a", version: "v1.0.0", notices: found}}); err == nil || !strings.Contains(err.Error(), "example.com/a v1.0.0") {
			t.Errorf("%s: %v, %d bytes", name, err, len(text))
		}
	}
}

func TestALicenceBesideAPackageIsToldAsWell(t *testing.T) {
	root := t.TempDir()
	inner := filepath.Join(root, "internal", "other")
	if err := os.MkdirAll(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	for file, text := range map[string]string{filepath.Join(root, "LICENSE"): "a", filepath.Join(inner, "COPYING.md"): "b", filepath.Join(root, "README.md"): "c"} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	found, err := notices(append(above(inner, root), above(root, root)...))
	if err != nil || len(found) != 2 {
		t.Errorf("%+v, %v", found, err)
	}
}
