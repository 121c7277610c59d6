// Command ocr checks a program's name and intro with what stands on its icon, read
// with the tesseract program.
//
//	go run . ICON NAME [INTRO]
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/mingcha-go/mingcha/examples/ocr/tesseract"
	"github.com/mingcha-go/mingcha/validate"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: ocr ICON NAME [INTRO]")
	}
	icon, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	reader, err := tesseract.New(context.Background(), "")
	if err != nil {
		log.Fatal(err)
	}
	v, err := validate.New(validate.WithTextReader(reader, 5*time.Second))
	if err != nil {
		log.Fatal(err)
	}
	s := &validate.Submission{Name: os.Args[2], Icon: icon}
	if len(os.Args) > 3 {
		s.Intro = os.Args[3]
	}
	report := v.Check(s)
	fmt.Println(report.Verdict, "读到 read:", report.IconText)
	for _, f := range report.Findings {
		fmt.Printf("%s %s 「%s」 %s\n", f.Severity, f.Field, f.Text, f.Message)
	}
}
