package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"tenantry/internal/dbtest"
	"tenantry/internal/mail"
)

// A process may be killed at any moment: what it was doing has then happened
// wholly or not at all, and whoever was to get a mail gets it.
func TestKilledBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	for name, prepare := range map[string]func(*crash) *ordeal{
		"invite": invitingOrdeal, "accept": acceptingOrdeal, "suspend": suspendingOrdeal,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := startCrash(t)
			c.run(prepare(c))
		})
	}
}

// ordeal is an operation to be killed in, on one subject after the other.
type ordeal struct {
	// do sends the operation for the n-th subject.
	do func(n int) request
	// state is a query of one array of numbers about the n-th subject: what
	// there is of the operation in each table.
	state         func(n int) (query string, args []any)
	before, after string
	// done reads a full answer: whether the operation was carried out just
	// now, and whether it says in an orderly way that it had been before.
	done, again func(answer map[string]any) bool
	// recipients get one mail each once the operation was carried out.
	recipients func(n int) []string
}

type request struct {
	query     string
	variables map[string]any
}

// crash is a program that is killed and started again, and what it works on.
type crash struct {
	t       *testing.T
	owner   *sql.DB
	proxy   *pgProxy
	pairs   []string
	mailbox *mail.Mailbox
	child   *child
	main    *Main
	token   string // of the administrator
}

// killable is one subject whose operation was interrupted.
type killable struct {
	n         int
	committed bool
}

func startCrash(t *testing.T) *crash {
	t.Helper()
	owner, app := dbtest.URLs(t)
	proxy, through := startProxy(t, app)
	dir := t.TempDir()
	box, err := mail.NewMailbox(dir + "/mailbox")
	if err != nil {
		t.Fatal(err)
	}
	c := &crash{
		t: t, owner: openOwner(t, owner), proxy: proxy, mailbox: box,
		pairs: []string{"TENANTRY_DATA_DIR=" + dir, "DATABASE_URL=" + through, "TENANTRY_MIGRATION_URL=" + owner},
	}
	c.restart()
	c.exec(`UPDATE organizations SET seat_limit = NULL`)
	c.token = signIn(t, c.main, "tenant.admin@harbor.test", "tenantry-demo")
	return c
}

// restart starts the program, whose predecessor is dead. River gives the jobs
// of the dead to others when they have been running for longer than a job may;
// the test does not wait for that.
func (c *crash) restart() {
	c.t.Helper()
	c.exec(`UPDATE river_job SET state = 'available' WHERE state = 'running'`)
	c.child = spawn(c.t, c.pairs...)
	c.main = c.child.await(c.t)
}

func (c *crash) exec(query string, args ...any) {
	c.t.Helper()
	if _, err := c.owner.ExecContext(c.t.Context(), query, args...); err != nil {
		c.t.Fatalf("%s: %v", query, err)
	}
}

// run kills the program before the first step, the second, and so on until the
// operation and its mails get through, and once when COMMIT is answered. It
// looks at what is left each time, and repeats in the end what did not happen.
func (c *crash) run(o *ordeal) {
	began := time.Now()
	stride := 1
	if testing.Short() {
		stride = 4
	}
	var subjects []killable
	n, through := 0, false
	for step := 1; !through; step += stride {
		n++
		var s strike
		through, s = c.strikeOnce(o, n, strike{at: step})
		subjects = append(subjects, killable{n, s.committed})
	}
	n++
	if _, s := c.strikeOnce(o, n, strike{loseCommit: true}); !s.struck || !s.committed {
		c.t.Errorf("no kill between COMMIT and its answer: %+v", s)
	}
	subjects = append(subjects, killable{n, true})
	kept := 0
	for _, s := range subjects {
		if s.committed {
			kept++
		}
	}
	if kept < 2 || kept == len(subjects) {
		c.t.Errorf("%d of %d operations were carried out; some were to be, and some not", kept, len(subjects))
	}
	c.t.Logf("killed %d times in %v", n-1, time.Since(began).Round(time.Millisecond))

	// The survivors' mails, and no others, have gone out.
	for _, s := range subjects {
		c.checkMails(o, s)
	}
	for i, s := range subjects {
		answer, err := c.send(o.do(s.n))
		if err != nil {
			c.t.Errorf("repeating %d: %v", s.n, err)
			continue
		}
		if ok := o.done(answer) && !s.committed || o.again(answer) && s.committed; !ok {
			c.t.Errorf("repeating %d, carried out before: %v, answers %v", s.n, s.committed, answer)
		}
		c.checkState(o, s.n, true)
		subjects[i].committed = true
	}
	c.awaitJobs()
	for _, s := range subjects {
		c.checkMails(o, s)
	}
}

// strikeOnce carries the operation out under a strike and, if that came,
// starts the program again and looks at what there is.
func (c *crash) strikeOnce(o *ordeal, n int, s strike) (through bool, _ strike) {
	c.t.Helper()
	c.checkState(o, n, false)
	s.kill = c.child.kill
	c.proxy.arm(&s)
	answer, err := c.send(o.do(n))
	if err == nil {
		if !o.done(answer) {
			c.t.Fatalf("subject %d: %v", n, answer)
		}
		await(c.t, "the jobs to end", func() bool { return c.proxy.hasStruck() || c.idle() })
	}
	result := c.proxy.disarm()
	if !result.struck {
		if err != nil {
			c.t.Fatalf("subject %d, nobody was killed: %v\n%s", n, err, c.child.stderr.String())
		}
		c.checkState(o, n, true)
		return true, result
	}
	// A request is answered only when what it did will stay.
	if err == nil && !result.committed {
		c.t.Errorf("subject %d: %v was answered before COMMIT", n, answer)
	}
	c.restart()
	where := result.steps[len(result.steps)-1]
	if !c.checkState(o, n, result.committed) {
		c.t.Logf("killed at step %d (its answer lost: %v): %.200s", len(result.steps), s.loseCommit, where)
	}
	if result.committed {
		c.awaitJobs()
	}
	return false, result
}

// checkState compares what there is of an operation with all or nothing.
func (c *crash) checkState(o *ordeal, n int, after bool) bool {
	c.t.Helper()
	want := o.before
	if after {
		want = o.after
	}
	query, args := o.state(n)
	var got string
	if err := c.owner.QueryRowContext(c.t.Context(), query, args...).Scan(&got); err != nil {
		c.t.Fatal(err)
	}
	if got != want {
		c.t.Errorf("subject %d: rows %s, want %s (nothing is %s, all is %s)", n, got, want, o.before, o.after)
	}
	return got == want
}

// checkMails compares the mails of an operation with one for each recipient or
// none. A mail of which the program did not learn that it was sent is sent
// again, under the same number.
func (c *crash) checkMails(o *ordeal, s killable) {
	c.t.Helper()
	stored, err := c.mailbox.List(1000)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, to := range o.recipients(s.n) {
		ids := map[string]bool{}
		for _, m := range stored {
			if m.Message.To == to {
				ids[m.Message.ID] = true
			}
		}
		if want := map[bool]int{true: 1}[s.committed]; len(ids) != want {
			c.t.Errorf("subject %d: %s got %d mails, want %d", s.n, to, len(ids), want)
		}
	}
}

// idle tells whether no job waits or runs.
func (c *crash) idle() bool {
	return count(c.t, c.owner, `SELECT count(*) FROM river_job WHERE state NOT IN ('completed', 'cancelled', 'discarded')`) == 0
}

func (c *crash) awaitJobs() {
	c.t.Helper()
	await(c.t, "the jobs to end", c.idle)
}

// send is a request that may be cut off.
func (c *crash) send(r request) (map[string]any, error) {
	ctx, cancel := context.WithTimeout(c.t.Context(), 30*time.Second)
	defer cancel()
	status, data, err := post(ctx, c.main.URL, c.token, r.query, r.variables)
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("status %d", status)
	}
	return data, err
}

// post sends an operation over a connection of its own.
func post(ctx context.Context, url, token, query string, variables map[string]any) (status int, data map[string]any, err error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return 0, nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"/graphql", bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	req.Close = true
	req.Header.Set("Content-Type", "application/json")
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer res.Body.Close()
	var answer struct {
		Data   map[string]any
		Errors []struct{ Message string }
	}
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		return res.StatusCode, nil, err
	}
	var messages []string
	for _, e := range answer.Errors {
		messages = append(messages, e.Message)
	}
	if len(messages) > 0 {
		err = fmt.Errorf("errors: %s", strings.Join(messages, "; "))
	}
	return res.StatusCode, answer.Data, err
}
