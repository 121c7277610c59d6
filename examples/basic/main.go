// Command basic checks one name and intro and prints what a reviewer would say.
package main

import (
	"fmt"
	"log"

	"github.com/mingcha-go/mingcha/validate"
)

func main() {
	v, err := validate.New()
	if err != nil {
		log.Fatal(err)
	}
	report := v.Check(&validate.Submission{Name: "腾迅课堂", Intro: "全国最好的在线课堂，国家级名师授课"})
	fmt.Println(report.Verdict)
	for _, f := range report.Findings {
		fmt.Printf("%s %s 「%s」 %s\n", f.Severity, f.Field, f.Text, f.Message)
	}
}
