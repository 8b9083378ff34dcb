package graph

import (
	"bytes"
	"context"
	"net/http"
	"sync"
	"time"

	"tenantry/internal/session"
)

const mediaEvents = "text/event-stream"

// sse writes Server-Sent Events as the graphql-sse protocol has them, in its
// mode of distinct connections: next for each answer, then complete.
type sse struct {
	mu sync.Mutex
	w  http.ResponseWriter
	to *http.ResponseController
}

// openSSE prepares the answer, which begins with the first that is written.
func openSSE(w http.ResponseWriter) *sse {
	h := w.Header()
	h.Set("Content-Type", mediaEvents+"; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // proxies hand each event on
	h.Add("Vary", "Accept")
	s := &sse{w: w, to: http.NewResponseController(w)}
	// The request is read; the limit of its reading would end the stream.
	_ = s.to.SetReadDeadline(time.Time{})
	s.extend()
	return s
}

// begin tells that from now on nothing is missed: a client who has the headers
// and reads then what he follows, is up to date.
func (s *sse) begin() {
	s.w.WriteHeader(http.StatusOK)
	_ = s.to.Flush() // a client who is gone is noticed by the next write
}

// extend gives the client time to take what is written next.
func (s *sse) extend() {
	_ = s.to.SetWriteDeadline(time.Now().Add(slowClient)) // a recorder of tests has none
}

func (s *sse) write(p []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.extend()
	if _, err := s.w.Write(p); err != nil {
		return err
	}
	return s.to.Flush()
}

func (s *sse) next(body []byte) error {
	var b bytes.Buffer
	b.WriteString("event: next\ndata: ")
	b.Write(body) // JSON on one line
	b.WriteString("\n\n")
	return s.write(b.Bytes())
}

func (s *sse) complete() { _ = s.write([]byte("event: complete\ndata:\n\n")) } // the last word, heard or not

func (s *sse) beat() error { return s.write([]byte(":\n\n")) }

// streamSSE answers a subscription until it ends.
func (t *transport) streamSSE(w http.ResponseWriter, r *http.Request, p *runnable) {
	ctx, place, err := t.Streams.enter(r.Context())
	if err != nil {
		a := answer{onlyEvents: true, refused: t.failed(r.Context(), err)}
		a.write(w, &Observation{})
		return
	}
	defer place.leave()
	ctx, cancel := context.WithCancel(ctx)
	out := openSSE(w)
	var beats sync.WaitGroup
	begin := func() {
		out.begin()
		beats.Go(func() {
			if every(ctx, t.Streams.every(), out.beat) != nil {
				cancel()
			}
		})
	}
	token, _ := session.Token(r)
	errs := t.play(ctx, p, token, begin, out.next)
	cancel()
	beats.Wait()
	if len(errs) > 0 {
		a := answer{refused: &refusal{errors: errs}}
		_ = out.next(a.encode(errs)) // as above
	}
	out.complete()
}
