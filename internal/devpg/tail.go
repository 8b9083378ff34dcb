package devpg

import (
	"io"
	"strings"
	"sync"
)

const tailBytes = 4096

// tail keeps the end of a child's output for error messages and passes the
// output on when told where to.
type tail struct {
	mu   sync.Mutex
	end  []byte
	next io.Writer
}

// pass sends what follows to w, which may be nil.
func (t *tail) pass(w io.Writer) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.next = w
}

// Write never fails: a log that cannot be written must not stop the server.
func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.end = append(t.end, p...)
	if n := len(t.end) - tailBytes; n > 0 {
		t.end = append(t.end[:0], t.end[n:]...)
	}
	if t.next != nil {
		_, _ = t.next.Write(p)
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.TrimSpace(string(t.end))
}
