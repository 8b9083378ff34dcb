package main

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"sync"
)

// mailSink is a mail server that takes everything and keeps nothing, so that
// the job workers have their usual work beside the load.
type mailSink struct {
	listener net.Listener
	all      sync.WaitGroup
}

func startMailSink() (*mailSink, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("start the mail sink: %w", err)
	}
	s := &mailSink{listener: listener}
	s.all.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go swallow(conn) // ends with the client
		}
	})
	return s, nil
}

func (s *mailSink) addr() string { return s.listener.Addr().String() }

func (s *mailSink) close() {
	_ = s.listener.Close()
	s.all.Wait()
}

// swallow speaks the least of SMTP.
func swallow(conn net.Conn) {
	defer func() { _ = conn.Close() }() // the client has what it wants
	in := bufio.NewScanner(conn)
	say := func(line string) bool {
		_, err := conn.Write([]byte(line + "\r\n"))
		return err == nil
	}
	ok := say("220 sink.test")
	for data := false; ok && in.Scan(); {
		line := in.Text()
		word, _, _ := strings.Cut(strings.ToUpper(line), " ")
		switch {
		case data && line == ".":
			data, ok = false, say("250 taken")
		case data:
		case word == "DATA":
			data, ok = true, say("354 go on")
		case word == "QUIT":
			say("221 bye")
			return
		default:
			ok = say("250 fine")
		}
	}
}
