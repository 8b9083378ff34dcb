package main

import (
	"context"
	"net"
	"net/http"
	"time"
)

// ceiling is the load generator's own limit: its rate against a handler that
// does nothing but answer as many bytes, in this very process.
func ceiling(ctx context.Context, answer, connections int, d time.Duration) (sample, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return sample{}, err
	}
	body := make([]byte, max(answer, 16))
	for i := range body {
		body[i] = ' '
	}
	copy(body, `{"data":{}}`)
	server := &http.Server{
		ReadHeaderTimeout: answerTimeout,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write(body) // a failure shows in the client
		}),
	}
	go func() { _ = server.Serve(listener) }() // ends with Close
	defer func() { _ = server.Close() }()      // nobody is waiting
	addr := listener.Addr().String()
	request := encode(addr, "", []byte(`{"query":"{__typename}"}`))
	return drive(ctx, addr, [][][]byte{{request}}, connections, d)
}
