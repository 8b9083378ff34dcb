package live

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/google/uuid"
)

// A payload is base64 of: the version, then groups of events that differ in
// their ids alone. A group is reseller, account, organization, a letter for
// the type, one for the change, the number of ids in two bytes, and the ids.
const (
	payloadVersion = 1
	payloadBytes   = 7900 / 4 * 3 // before base64; PostgreSQL takes less than 8000 bytes of text
	idBytes        = len(uuid.UUID{})
	headBytes      = 3*idBytes + 4
)

var errPayload = errors.New("the payload is not of this version")

func typeLetter(t Type) byte {
	switch t {
	case User, Invitation, Job, AuditEvent:
		return t[0] // each begins with another
	}
	return 0
}

func changeLetter(c Change) byte {
	switch c {
	case Created, Updated, Deleted, Resync:
		return c[0]
	}
	return 0
}

// pack brings events into as few payloads as they need.
func pack(reseller uuid.UUID, events []Event) []string {
	var payloads []string
	payload := []byte{payloadVersion}
	next := func() {
		payloads = append(payloads, base64.RawStdEncoding.EncodeToString(payload))
		payload = []byte{payloadVersion}
	}
	for _, g := range groups(reseller, events) {
		for rest := g.ids; ; {
			room := (payloadBytes - len(payload) - headBytes) / idBytes
			if room < 1 {
				next()
				continue
			}
			part := rest[:min(room, len(rest))]
			payload = g.append(payload, part)
			if rest = rest[len(part):]; len(rest) == 0 {
				break
			}
		}
	}
	if len(payload) > 1 {
		next()
	}
	return payloads
}

// group is events that differ in their ids alone; the event of it has none.
type group struct {
	Event
	ids []uuid.UUID
}

func (g group) append(b []byte, ids []uuid.UUID) []byte {
	b = append(b, g.Reseller[:]...)
	b = append(b, g.Account[:]...)
	b = append(b, g.Organization[:]...)
	b = append(b, typeLetter(g.Type), changeLetter(g.Change))
	b = binary.BigEndian.AppendUint16(b, uint16(len(ids))) //nolint:gosec // a payload holds some hundred
	for _, id := range ids {
		b = append(b, id[:]...)
	}
	return b
}

// groups sorts events into groups, in the order of their first events. Too many
// of one type in one organization become one that names none.
func groups(reseller uuid.UUID, events []Event) []group {
	type place struct {
		reseller, organization uuid.UUID
		kind                   Type
	}
	count, index := map[place]int{}, map[Event]int{}
	at := func(e Event) place { return place{e.Reseller, e.Organization, e.Type} }
	events = slices.Clone(events)
	for i := range events {
		if e := &events[i]; e.Reseller == uuid.Nil {
			e.Reseller = reseller
		}
		count[at(events[i])]++
	}
	var out []group
	for _, e := range events {
		if typeLetter(e.Type) == 0 || changeLetter(e.Change) == 0 {
			continue
		}
		id := e.ID
		if e.ID = uuid.Nil; count[at(e)] > many {
			e.Change = Resync
		}
		i, there := index[e]
		if !there {
			i = len(out)
			index[e], out = i, append(out, group{Event: e})
		}
		if e.Change != Resync && id != uuid.Nil && !slices.Contains(out[i].ids, id) {
			out[i].ids = append(out[i].ids, id)
		}
	}
	return slices.DeleteFunc(out, func(g group) bool { return g.Change != Resync && len(g.ids) == 0 })
}

// unpack is pack the other way.
func unpack(payload string) ([]Event, error) {
	b, err := base64.RawStdEncoding.DecodeString(payload)
	if err != nil || len(b) == 0 || b[0] != payloadVersion {
		return nil, errPayload
	}
	var events []Event
	for b = b[1:]; len(b) > 0; {
		if len(b) < headBytes {
			return nil, errPayload
		}
		e := Event{Reseller: uuid.UUID(b[:16]), Account: uuid.UUID(b[16:32]), Organization: uuid.UUID(b[32:48])}
		e.Type, e.Change = named(b[48], typeLetter, User, Invitation, Job, AuditEvent), named(b[49], changeLetter, Created, Updated, Deleted, Resync)
		n := int(binary.BigEndian.Uint16(b[50:]))
		if b = b[headBytes:]; len(b) < n*idBytes || e.Type == "" || e.Change == "" || n == 0 != (e.Change == Resync) {
			return nil, errPayload
		}
		if n == 0 {
			events = append(events, e)
		}
		for ; n > 0; n-- {
			e.ID, b = uuid.UUID(b[:idBytes]), b[idBytes:]
			events = append(events, e)
		}
	}
	return events, nil
}

// named finds the name behind a letter; "" when there is none.
func named[T ~string](letter byte, of func(T) byte, names ...T) T {
	for _, name := range names {
		if of(name) == letter {
			return name
		}
	}
	return ""
}
