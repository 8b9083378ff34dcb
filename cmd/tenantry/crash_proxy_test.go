package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"

	"tenantry/internal/database"
)

// pgProxy stands between a program and PostgreSQL, knows where in an operation
// the program is, and kills it there. A step is an Execute or a simple Query:
// nothing else a client sends changes what the server holds, so a kill before
// a step is also one anywhere between it and the step before.
type pgProxy struct {
	listener net.Listener
	socket   string

	mu     sync.Mutex
	strike *strike    // nil lets everything pass
	links  int        // connections being served
	fewer  *sync.Cond // a connection has ended
}

// strike says where to kill, and then what had happened until then.
type strike struct {
	kill func() // returns when the process is gone

	at         int  // before this step, from 1; 0 is never
	loseCommit bool // when PostgreSQL has answered COMMIT and the program does not know

	steps     []string // what was sent on, and last what was not
	committed bool     // the operation's COMMIT was sent on
	struck    bool
}

// startProxy listens for a program and answers the address to give it.
func startProxy(t *testing.T, direct string) (p *pgProxy, through string) {
	t.Helper()
	u, err := url.Parse(direct)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	p = &pgProxy{socket: q.Get("host") + "/.s.PGSQL." + q.Get("port")}
	p.fewer = sync.NewCond(&p.mu)
	if p.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		p.listener.Close()
		p.mu.Lock()
		defer p.mu.Unlock()
		p.awaitEnd()
	})
	go func() {
		for {
			conn, err := p.listener.Accept()
			if err != nil {
				return
			}
			p.mu.Lock()
			p.links++
			p.mu.Unlock()
			go func() {
				p.serve(conn)
				p.mu.Lock()
				defer p.mu.Unlock()
				p.links--
				p.fewer.Broadcast()
			}()
		}
	}()
	host, port, err := net.SplitHostPort(p.listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	q.Set("host", host)
	q.Set("port", port)
	u.RawQuery = q.Encode()
	if _, err := database.ParseURL(u.String()); err != nil {
		t.Fatal(err)
	}
	return p, u.String()
}

// arm makes the proxy count from now on.
func (p *pgProxy) arm(s *strike) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.strike = s
}

// disarm lets everything pass and answers what had happened. After a kill it
// waits for the connections of the dead to be closed.
func (p *pgProxy) disarm() strike {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.strike.struck {
		p.awaitEnd()
	}
	s := *p.strike
	p.strike = nil
	return s
}

// awaitEnd waits until no connection is left. The caller holds the lock.
func (p *pgProxy) awaitEnd() {
	for p.links > 0 {
		p.fewer.Wait()
	}
}

// hasStruck tells whether the program was killed.
func (p *pgProxy) hasStruck() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.strike != nil && p.strike.struck
}

// What a connection does at the moment.
type doing int

const (
	nothing     doing = iota // outside a transaction
	beginning                // BEGIN was sent; whose, the next statement tells
	ourBusiness              // in a transaction of the operation
	jobBusiness              // in one of the job queue
)

// link is one connection of the program.
type link struct {
	texts map[string]string // of prepared statements
	bound string            // text of the statement that Execute runs
	doing doing
	told  bool          // the transaction has written to the audit log
	mute  chan struct{} // closed: the next answer is withheld
}

func (p *pgProxy) serve(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("unix", p.socket)
	if err != nil {
		return
	}
	l := &link{texts: map[string]string{}, mute: make(chan struct{})}
	answers := make(chan struct{})
	go func() {
		defer close(answers)
		p.answer(l, client, server)
		client.Close() // the server is done with us
	}()
	_ = p.forward(l, client, server) // either side has gone
	server.Close()
	<-answers
}

// errStruck ends a connection whose program is dead.
var errStruck = errors.New("the program was killed")

// forward sends on what the program says, message by message.
func (p *pgProxy) forward(l *link, client, server net.Conn) error {
	in, out := bufio.NewReader(client), bufio.NewWriter(server)
	header := make([]byte, 5)
	for first := true; ; first = false {
		head := header // type and length
		if first {
			head = header[1:] // length alone
		}
		if _, err := io.ReadFull(in, head); err != nil {
			return err
		}
		body := make([]byte, binary.BigEndian.Uint32(header[1:])-4)
		if _, err := io.ReadFull(in, body); err != nil {
			return err
		}
		if !first && !p.pass(l, header[0], body) {
			return errStruck
		}
		if _, err := out.Write(append(head[:len(head):len(head)], body...)); err != nil {
			return err
		}
		if in.Buffered() == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
}

// answer sends back what the server says.
func (p *pgProxy) answer(l *link, client, server net.Conn) {
	buf := make([]byte, 32<<10)
	for {
		n, err := server.Read(buf)
		if err != nil {
			return
		}
		select {
		case <-l.mute:
			p.mu.Lock()
			p.strike.committed = true
			p.hit()
			p.mu.Unlock()
			return
		default:
		}
		if _, err := client.Write(buf[:n]); err != nil {
			return
		}
	}
}

// pass looks at a message and tells whether to send it on.
func (p *pgProxy) pass(l *link, kind byte, body []byte) bool {
	word := func() (s string) {
		text, rest, _ := bytes.Cut(body, []byte{0})
		body = rest
		return string(text)
	}
	switch kind {
	case 'P':
		name := word()
		l.texts[name] = word()
	case 'B':
		word() // the portal
		l.bound = l.texts[word()]
	case 'E':
		return p.step(l, l.bound)
	case 'Q':
		return p.step(l, word())
	}
	return true
}

// step counts the steps of the operation, its mails included, and strikes when
// the time has come.
func (p *pgProxy) step(l *link, text string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	ours, commits := l.follow(text)
	s := p.strike
	switch {
	case s == nil:
		return true
	case s.struck:
		return false
	case !ours:
		return true
	}
	s.steps = append(s.steps, text)
	if len(s.steps) == s.at {
		p.hit()
		return false
	}
	if commits {
		if s.loseCommit {
			close(l.mute)
		} else {
			s.committed = true
		}
	}
	return true
}

// hit kills the program. The caller holds the lock, so nothing passes meanwhile.
func (p *pgProxy) hit() {
	p.strike.struck = true
	p.strike.kill()
}

// follow tells whether a statement belongs to the operation. The job queue asks
// all the time for work and leadership; its statements begin with their name,
// and only those that write a job or finish one are steps. Work that is done by
// the clock may fall into the same moment: the operation's COMMIT is the one of
// a transaction that told the audit log, as that of every mutation does.
func (l *link) follow(text string) (ours, commits bool) {
	step := strings.HasPrefix(text, "-- name: JobInsert") || strings.HasPrefix(text, "-- name: JobSetState")
	queue := strings.HasPrefix(text, "-- name: ") && !step
	verb, _, _ := strings.Cut(text, " ")
	switch verb = strings.Trim(verb, "; \n"); verb {
	case "BEGIN":
		l.doing, l.told = beginning, false
		return false, false
	case "COMMIT", "ROLLBACK":
		ours = l.doing == ourBusiness
		l.doing = nothing
		return ours, ours && l.told && verb == "COMMIT"
	case "", "LISTEN", "UNLISTEN":
		return false, false
	}
	if strings.Contains(text, `INSERT INTO "audit_events"`) {
		l.told = true
	}
	if l.doing == beginning {
		l.doing = ourBusiness
		if queue {
			l.doing = jobBusiness
		}
	}
	return step || l.doing == ourBusiness || l.doing == nothing && !queue, false
}
