package main

import (
	"encoding/json"
	"fmt"

	"github.com/mingcha-go/mingcha/validate"
)

// textsOf gives every text of a submission by the path that findings name it
// by: name, tags[0], contact.email.
func textsOf(s *validate.Submission) map[validate.Field]string {
	encoded, err := json.Marshal(s)
	if err != nil {
		panic(err) // it was read from JSON
	}
	var tree any
	if err := json.Unmarshal(encoded, &tree); err != nil {
		panic(err)
	}
	texts := map[validate.Field]string{}
	collectTexts(texts, "", tree)
	return texts
}

func collectTexts(texts map[validate.Field]string, path string, node any) {
	switch node := node.(type) {
	case string:
		texts[validate.Field(path)] = node
	case []any:
		for i, member := range node {
			collectTexts(texts, fmt.Sprintf("%s[%d]", path, i), member)
		}
	case map[string]any:
		for key, member := range node {
			if path != "" {
				key = path + "." + key
			}
			collectTexts(texts, key, member)
		}
	}
}
