package live

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
)

func id(n byte) uuid.UUID { return uuid.UUID{15: n, 6: 0x70, 8: 0x80} }

// here is an event in the one reseller of these tests.
func here(kind Type, change Change, account, organization, row byte) Event {
	return Event{Reseller: id(1), Account: id(account), Organization: id(organization), Type: kind, ID: id(row), Change: change}
}

func TestPayloads(t *testing.T) {
	t.Parallel()
	events := []Event{
		here(User, Updated, 2, 3, 10), here(User, Deleted, 2, 3, 10), here(AuditEvent, Created, 2, 3, 11),
		here(Job, Updated, 2, 3, 12), here(Invitation, Created, 2, 4, 13), here(User, Updated, 2, 3, 14),
	}
	events = append(events, events[0], Event{Type: "Organization", Change: Updated}, Event{Type: User, Change: "LOST"}, here(User, Updated, 0, 0, 0))
	events[5].Reseller = uuid.Nil // of the context
	payloads := pack(id(1), events)
	if len(payloads) != 1 {
		t.Fatalf("%d payloads", len(payloads))
	}
	got, err := unpack(payloads[0])
	if err != nil {
		t.Fatal(err)
	}
	want := []Event{events[0], here(User, Updated, 2, 3, 14), events[1], events[2], events[3], events[4], here(User, Updated, 0, 0, 0)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPayloadsOfMany(t *testing.T) {
	t.Parallel()
	var events []Event
	for range many + 1 {
		e := here(User, Created, 2, 3, 0)
		e.ID = uuid.New()
		events = append(events, e)
	}
	payloads := pack(id(1), events)
	if len(payloads) != 1 {
		t.Fatalf("%d payloads", len(payloads))
	}
	resync := here(User, Resync, 2, 3, 0)
	resync.ID = uuid.Nil
	if got, err := unpack(payloads[0]); err != nil || !slices.Equal(got, []Event{resync}) {
		t.Errorf("%v, %v", got, err)
	}

	events = nil
	for organization := range byte(20) {
		for range many {
			e := here(User, Created, 2, organization+1, 0)
			e.ID = uuid.New()
			events = append(events, e)
		}
	}
	payloads = pack(id(1), events)
	if len(payloads) < 5 || len(payloads) > 7 {
		t.Errorf("%d payloads for 2000 ids", len(payloads))
	}
	var got []Event
	for _, p := range payloads {
		if len(p) >= 8000 {
			t.Errorf("a payload of %d bytes", len(p))
		}
		part, err := unpack(p)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, part...)
	}
	if diff := cmp.Diff(events, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add("")
	f.Add("AQ")
	f.Add(pack(id(1), []Event{here(User, Updated, 2, 3, 10), here(Job, Created, 2, 3, 4)})[0])
	f.Fuzz(func(t *testing.T, payload string) {
		events, err := unpack(payload)
		for _, e := range events {
			if err == nil && (e.Type == "" || e.Change == "") {
				t.Errorf("%+v", e)
			}
		}
	})
}

func follow(t *testing.T, h *Hub, f Filter, session byte) *Subscription {
	t.Helper()
	f.Reseller = id(1)
	s, err := h.Subscribe(f, Owner{Reseller: id(1), User: id(100), Session: id(session)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func say(h *Hub, events ...Event) {
	for _, p := range pack(id(1), events) {
		h.take(Channel, p)
	}
}

func TestFilters(t *testing.T) {
	t.Parallel()
	h := New(Config{ListenDSN: "x"})
	wide, narrow := follow(t, h, Filter{Type: User}, 1), follow(t, h, Filter{Type: User, Account: id(2), Organization: id(3)}, 1)
	one := follow(t, h, Filter{Type: Job, ID: id(9)}, 1)
	foreign := here(User, Updated, 2, 3, 10)
	foreign.Reseller = id(7)
	own, other := here(User, Updated, 2, 3, 10), here(User, Updated, 2, 4, 10)
	say(h, own, other, foreign, here(Invitation, Created, 2, 3, 4), here(Job, Updated, 2, 3, 8), here(Job, Updated, 2, 3, 9), own)
	for _, c := range []struct {
		*Subscription
		want []Event
	}{{wide, []Event{own, other}}, {narrow, []Event{own}}, {one, []Event{here(Job, Updated, 2, 3, 9)}}} {
		select {
		case <-c.Ready():
		default:
			t.Error("nobody is told")
		}
		got, recheck := c.Take()
		if diff := cmp.Diff(c.want, got); diff != "" || recheck {
			t.Error(diff, recheck)
		}
	}
	narrow.Close()
	narrow.Close()
	say(h, own)
	if got, _ := narrow.Take(); got != nil {
		t.Errorf("%v after the end", got)
	}
}

// Who does not take loses events, and he alone.
func TestOverflow(t *testing.T) {
	t.Parallel()
	h := New(Config{ListenDSN: "x", Queue: 3})
	slow, quick := follow(t, h, Filter{Type: User}, 1), follow(t, h, Filter{Type: User}, 2)
	resync := Event{Reseller: id(1), Type: User, Change: Resync}
	for n := range byte(5) {
		say(h, here(User, Updated, 2, 3, n+1))
		if got, _ := quick.Take(); !slices.Equal(got, []Event{here(User, Updated, 2, 3, n+1)}) {
			t.Errorf("the quick one got %v", got)
		}
	}
	if got, _ := slow.Take(); !slices.Equal(got, []Event{resync, here(User, Updated, 2, 3, 5)}) {
		t.Errorf("the slow one got %v", got)
	}
	h.take(Channel, "from another version")
	if got, recheck := slow.Take(); !slices.Equal(got, []Event{resync}) || !recheck {
		t.Errorf("%v %v for what is not understood", got, recheck)
	}
}

func TestBounds(t *testing.T) {
	t.Parallel()
	h := New(Config{ListenDSN: "x", PerSession: 2, Total: 3})
	first := follow(t, h, Filter{Type: User}, 1)
	follow(t, h, Filter{Type: User}, 1)
	refused := func(session byte, want error) {
		t.Helper()
		if _, err := h.Subscribe(Filter{}, Owner{Session: id(session)}); err != want {
			t.Errorf("%v, want %v", err, want)
		}
	}
	refused(1, ErrSession)
	follow(t, h, Filter{Type: User}, 2)
	refused(3, ErrEverybody)
	first.Close()
	first.Close()
	follow(t, h, Filter{Type: User}, 1)
	if n := h.Open(); n != 3 {
		t.Errorf("%d open", n)
	}
	if _, err := New(Config{}).Subscribe(Filter{}, Owner{}); err != ErrDeaf {
		t.Errorf("without a way to listen: %v", err)
	}
}

// Changes of access concern their person, and come before what is said later.
func TestAccess(t *testing.T) {
	t.Parallel()
	var heard []uuid.UUID
	h := New(Config{ListenDSN: "x", AccessChannel: "access", AccessHeard: func(id uuid.UUID) { heard = append(heard, id) }})
	s := follow(t, h, Filter{Type: User}, 1)
	for payload, want := range map[string]bool{
		"user:" + id(100).String(): true, "session:" + id(1).String(): true, "reseller:" + id(1).String(): true,
		"user:" + id(50).String(): false, "something else": true,
	} {
		h.take("access", payload)
		if _, recheck := s.Take(); recheck != want {
			t.Errorf("%s: %v", payload, recheck)
		}
	}
	if len(heard) != 4 {
		t.Errorf("heard %v", heard)
	}
}
