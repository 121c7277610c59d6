package wechat

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Most of what is read of an answer: the platform's tree has some hundreds of nodes.
const (
	mostTreeBytes = 4 << 20
	mostTreeNodes = 100_000
)

// CategoryTree is the platform's tree of categories by their ids, as it answers to
// getAllCategories (GET /cgi-bin/wxopen/getallcategories) and getAllCategoriesByType
// (POST /cgi-bin/wxopen/getcategoriesbytype). It is safe for concurrent use.
type CategoryTree struct{ nodes map[int]*categoryNode }

type categoryNode struct {
	ID            int    `json:"id"`
	Name          string `json:"name"`
	Level         int    `json:"level"`
	Father        int    `json:"father"`
	SensitiveType int    `json:"sensitive_type"`
	Qualify       struct {
		ExterList []struct {
			InnerList []struct {
				Name string `json:"name"`
			} `json:"inner_list"`
		} `json:"exter_list"`
	} `json:"qualify"`
}

// ParseCategoryTree reads the platform's answer. An answer that is an error of the
// platform's gives an *APIError.
func ParseCategoryTree(answer []byte) (*CategoryTree, error) {
	if len(answer) > mostTreeBytes {
		return nil, fmt.Errorf("wechat: category tree of %d bytes: expected %d at most", len(answer), mostTreeBytes)
	}
	var a struct {
		ErrCode int    `json:"errcode"`
		ErrMsg  string `json:"errmsg"`
		List    struct {
			Categories []*categoryNode `json:"categories"`
		} `json:"categories_list"`
	}
	if err := json.Unmarshal(answer, &a); err != nil {
		return nil, fmt.Errorf("wechat: category tree: %w", err)
	}
	if a.ErrCode != 0 {
		return nil, &APIError{a.ErrCode, a.ErrMsg}
	}
	if n := len(a.List.Categories); n == 0 || n > mostTreeNodes {
		return nil, fmt.Errorf("wechat: category tree with %d categories: expected categories_list.categories with 1 to %d", n, mostTreeNodes)
	}
	tree := &CategoryTree{map[int]*categoryNode{}}
	for _, node := range a.List.Categories {
		if node != nil {
			tree.nodes[node.ID] = node
		}
	}
	return tree, nil
}

// Path gives the path of a category, 物流服务/查件, as validate.Submission has it.
func (t *CategoryTree) Path(first, second int) (string, error) {
	if t == nil {
		return "", errors.New("wechat: category ids need a CategoryTree")
	}
	a, b := t.nodes[first], t.nodes[second]
	switch {
	case a == nil || a.Name == "":
		return "", fmt.Errorf("wechat: there is no category %d in the tree", first)
	case b == nil || b.Name == "":
		return "", fmt.Errorf("wechat: there is no category %d in the tree", second)
	case b.Father != first:
		return "", fmt.Errorf("wechat: category %d (%s) is not below %d (%s)", second, b.Name, first, a.Name)
	}
	return a.Name + "/" + b.Name, nil
}

// Papers gives the papers that a category asks for, by the platform's own names: each
// member is a choice of papers of which one is enough. It is empty where none is asked
// for and for an unknown category.
func (t *CategoryTree) Papers(second int) (choices [][]string) {
	if t == nil || t.nodes[second] == nil {
		return nil
	}
	for _, outer := range t.nodes[second].Qualify.ExterList {
		var choice []string
		for _, inner := range outer.InnerList {
			choice = append(choice, inner.Name)
		}
		if len(choice) > 0 {
			choices = append(choices, choice)
		}
	}
	return choices
}

// resolve gives the paths of categories and the names of their papers.
func (t *CategoryTree) resolve(categories []Category) (paths, papers []string, err error) {
	var faults []error
	for i, c := range categories {
		path, err := t.Path(c.First, c.Second)
		if err != nil {
			faults = append(faults, fmt.Errorf("categories[%d]: %w", i, err))
			continue
		}
		paths = append(paths, path)
		for _, paper := range c.Certicates {
			papers = append(papers, paper.Key)
		}
	}
	return paths, papers, errors.Join(faults...)
}
