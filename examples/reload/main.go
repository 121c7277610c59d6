// Command reload answers checks over HTTP with lists of its own, and takes new
// lists in on SIGHUP while requests run.
//
//	mkdir lists && go run ./examples/reload lists &
//	curl -s localhost:8081/check --data-urlencode name=腾迅课堂
//	vi lists/house.tsv && kill -HUP %1
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: reload FOLDER")
	}
	c, err := newChecker(os.DirFS(os.Args[1]))
	if err != nil {
		log.Fatal(err)
	}
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	go func() {
		for range hangup {
			if err := c.reload(); err != nil {
				log.Printf("the lists stay as they are: %v", err)
				continue
			}
			log.Print("new lists are in force")
		}
	}()
	server := &http.Server{Addr: "127.0.0.1:8081", Handler: c, ReadTimeout: 10 * time.Second}
	log.Printf("listening on %s", server.Addr)
	log.Fatal(server.ListenAndServe())
}
