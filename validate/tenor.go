package validate

import "github.com/mingcha-go/mingcha/internal/stance"

// tenor is how a submission as a whole speaks of forbidden things, read when it is first
// asked for.
type tenor struct {
	isRead bool
	warns  bool
}

// leastTrade is the weight of one word of trade beside a thing: a sentence that has more
// of them is heard by itself.
const leastTrade = 2

// leastWarning is the weight of the words against things that makes a warning of a whole
// submission: more than a name alone has, and than two words hung on an offer.
const leastWarning = 8

// warns tells whether the name speaks against a forbidden thing and the texts together do
// in many words, and none of them offers anything: 认清传销拉人头 above the tale of how one was drawn
// in. Such a tale tells sentence by sentence what swindlers say, and not in each that it
// warns.
func (s *subject) warns() bool {
	if !s.tenor.isRead {
		s.tenor = tenor{isRead: true, warns: s.readTenor()}
	}
	return s.tenor.warns
}

func (s *subject) readTenor() bool {
	var all stance.Tally
	for i := range s.fields() {
		t := &s.texts[i]
		s.watch.Step(len(t.folded.Symbols))
		all.Add(&t.folded)
	}
	if all.Offers > 0 {
		return false
	}
	return all.Against >= leastWarning && s.nameWarns()
}

// nameWarns tells whether the name speaks against things by its own words.
func (s *subject) nameWarns() bool {
	name := s.field(nameIndex)
	if name == nil {
		return false
	}
	var own stance.Tally
	own.Add(&name.folded)
	if own.Offers == 0 && own.Against >= leastNameWarning {
		return true
	}
	for i := range name.words {
		o := &name.words[i]
		if r := stance.Read(&name.folded, o.From, o.To); r.Innocent() && r.Kind != stance.Denies {
			return true
		}
	}
	return false
}

// leastNameWarning is the weight of a word that warns in a name: 骗局, 拆招, 防骗.
const leastNameWarning = 2
