package main

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"tenantry/internal/dbtest"
)

const liveUsers = `subscription { userChanged { kind user { displayName } } }`

// heard is a subscription of a test: what it is told, each with its time.
type heard chan struct {
	at   time.Time
	text string
}

func (h heard) put(text string) {
	h <- struct {
		at   time.Time
		text string
	}{time.Now(), text}
}

// wants waits for a change that names something, made at a time: a second
// later it must have been told.
func (h heard) wants(t *testing.T, what string, made time.Time) {
	t.Helper()
	late := time.After(time.Minute)
	for {
		select {
		case got, ok := <-h:
			if !ok {
				t.Fatalf("the stream ended before %q", what)
			}
			if strings.Contains(got.text, what) {
				if took := got.at.Sub(made); took > time.Second {
					t.Errorf("%q was told after %v", what, took)
				}
				return
			}
		case <-late:
			t.Fatalf("%q is not told", what)
		}
	}
}

// followSSE subscribes over Server-Sent Events.
func followSSE(t *testing.T, m *Main, token string) heard {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": liveUsers})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, m.URL+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("Authorization", "Bearer "+token)
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); res.Body.Close() })
	if res.StatusCode != http.StatusOK {
		t.Fatal(res.Status)
	}
	h := make(heard, 100)
	go func() {
		defer close(h)
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				h.put(text)
			} else if lines.Text() == "event: complete" {
				h.put("complete")
			}
		}
	}()
	return h
}

// followWS subscribes over a WebSocket.
func followWS(t *testing.T, m *Main, token string) heard {
	t.Helper()
	dialer := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
	conn, _, err := dialer.DialContext(t.Context(), "ws"+strings.TrimPrefix(m.URL, "http")+"/graphql", nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	for _, message := range []any{
		map[string]any{"type": "connection_init", "payload": map[string]any{"authorization": "Bearer " + token}},
		map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": liveUsers}},
	} {
		if err := conn.WriteJSON(message); err != nil {
			t.Fatal(err)
		}
	}
	if _, text, err := conn.ReadMessage(); err != nil || !strings.Contains(string(text), "connection_ack") {
		t.Fatalf("%s %v", text, err)
	}
	h := make(heard, 100)
	go func() {
		defer close(h)
		for {
			_, text, err := conn.ReadMessage()
			if err != nil {
				h.put(err.Error())
				return
			}
			h.put(string(text))
		}
	}()
	return h
}

// What is changed through one process is told by another at once, to those who
// may see it and to nobody else.
func TestTwoProcessesTellChanges(t *testing.T) {
	t.Parallel()
	owner, app := dbtest.URLs(t)
	pairs := []string{"TENANTRY_DATA_DIR=" + t.TempDir(), "DATABASE_URL=" + app, "TENANTRY_MIGRATION_URL=" + owner}
	first, second := spawn(t, pairs...), spawn(t, pairs...)
	a, b := first.await(t), second.await(t)
	db := openOwner(t, owner)

	harbor := signIn(t, a, "tenant.admin@harbor.test", "tenantry-demo")
	other := signIn(t, a, "admin@rival.test", "tenantry-demo")
	sse, ws, foreign := followSSE(t, a, harbor), followWS(t, a, harbor), followSSE(t, a, other)
	rename := func(name string) time.Time {
		t.Helper()
		who := at(t, ask(t, b, harbor, `{ users(first: 1, where: {email: {eq: "agent@harbor.test"}}) { nodes { id } } }`, nil), "users", "nodes", 0, "id")
		ask(t, b, harbor, `mutation($id: ID!, $name: String!) { userUpdate(id: $id, input: {displayName: $name}) { errors { code } } }`,
			map[string]any{"id": who, "name": name})
		return time.Now()
	}
	// A subscription begins a moment after its answer does.
	for _, h := range []heard{sse, ws} {
		await(t, "the subscription", func() bool {
			rename("Nora " + strconv.Itoa(int(time.Now().UnixMicro())))
			select {
			case <-h:
				return true
			case <-time.After(100 * time.Millisecond):
				return false
			}
		})
	}
	made := rename("Nora Example")
	sse.wants(t, "Nora Example", made)
	ws.wants(t, "Nora Example", made)

	// The connection that hears is lost: what is missed is made good.
	count(t, db, `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`)
	sse.wants(t, "RESYNC", time.Now().Add(time.Minute))
	ws.wants(t, "RESYNC", time.Now().Add(time.Minute))
	made = rename("Nora Again")
	sse.wants(t, "Nora Again", made)
	ws.wants(t, "Nora Again", made)

	if err := first.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	sse.wants(t, "complete", time.Now().Add(time.Minute))
	ws.wants(t, "complete", time.Now().Add(time.Minute))
	ws.wants(t, "1001", time.Now().Add(time.Minute))
	<-first.exited
	if code := exitCode(first.err); code != 0 {
		t.Errorf("exit code %d\n%s", code, first.stderr.String())
	}
	for got := range foreign {
		if got.text != "complete" && !strings.Contains(got.text, "RESYNC") {
			t.Errorf("another customer is told %s", got.text)
		}
	}
}
