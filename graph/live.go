package graph

import (
	"context"
	"errors"
	"sync"
	"time"

	"tenantry/authz"
	"tenantry/internal/fault"
)

// Streams are the subscriptions that one process serves, over Server-Sent
// Events and WebSockets.
type Streams struct {
	// Recheck answers the viewer behind a token as he is now, or why there is
	// none; session.Service has it.
	Recheck func(ctx context.Context, token string) (*authz.Viewer, error)
	// Origins are those whose pages may open a WebSocket besides the pages of
	// the host itself; "*" stands for any, whose cookies do not count then.
	Origins []string
	// Every is how often a silent stream gives a sign of life and looks after
	// its session; 0 means 12 s.
	Every time.Duration

	mu      sync.Mutex
	open    sync.WaitGroup
	serial  int
	ends    map[int]context.CancelCauseFunc // of the open connections
	strange map[string]int                  // connections nobody has introduced himself on, by client address
	waiting int                             // their sum
	stopped bool
}

const (
	defaultEvery   = 12 * time.Second
	maxConnections = 2000             // of streams, open at once in a process
	maxStrange     = 200              // besides these, of clients not known yet
	maxStrangeFrom = 20               // of these, from one address
	slowClient     = 10 * time.Second // for one message to be taken
)

// errStopping ends streams without an error: the client may come again.
var errStopping = errors.New("the process stops")

func (s *Streams) every() time.Duration {
	if s.Every > 0 {
		return s.Every
	}
	return defaultEvery
}

// Close ends all streams, with the word that they are complete, takes no
// further ones, and waits until they have ended or ctx has.
func (s *Streams) Close(ctx context.Context) error {
	s.mu.Lock()
	s.stopped = true
	for _, end := range s.ends {
		end(errStopping)
	}
	s.mu.Unlock()
	done := make(chan struct{})
	go func() {
		s.open.Wait()
		close(done)
	}()
	ctx, cancel := context.WithTimeout(ctx, slowClient+time.Second)
	defer cancel()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return errors.New("streams did not end in time")
	}
}

// Open is the number of connections.
func (s *Streams) Open() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.ends)
}

// retryLater is when a caller who was refused for lack of room may try again.
const retryLater = 5 * time.Second

func tooMany(message string, kind fault.Kind) *fault.Error {
	e := fault.New(kind, "%s", message)
	e.RetryAfter = retryLater
	return e
}

// stream is one subscription on its way; its resolver finds it in the context.
type stream struct {
	token   string
	recheck func(context.Context, string) (*authz.Viewer, error)
	every   time.Duration
	limit   time.Duration // for one answer
	end     context.CancelCauseFunc
	feeds   sync.WaitGroup // what makes events into answers; a stream is over when it has stopped

	mu    sync.Mutex
	late  *time.Timer
	cause error // why it ended before its time
}

type streamKey struct{}

func streamOf(ctx context.Context) *stream {
	s, _ := ctx.Value(streamKey{}).(*stream)
	return s
}

// authenticate puts the viewer as he is now into the chair of the stream.
func (s *stream) authenticate(ctx context.Context) error {
	v, err := s.recheck(ctx, s.token)
	if err != nil {
		return err
	}
	authz.Become(ctx, v)
	return nil
}

// fail keeps the first reason for the end.
func (s *stream) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.cause == nil {
		s.cause = err
	}
}

func (s *stream) failure() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cause
}

// work starts the time in which an event must become an answer, and rest ends
// it.
func (s *stream) work() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.late != nil {
		s.late.Stop()
	}
	s.late = time.AfterFunc(s.limit, func() { s.end(context.DeadlineExceeded) })
}

func (s *stream) rest() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.late != nil {
		s.late.Stop()
	}
}
