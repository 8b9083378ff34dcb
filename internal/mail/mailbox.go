package mail

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// mailboxKeeps is how many messages a Mailbox holds; older ones are removed.
const mailboxKeeps = 500

const (
	// mailboxTime begins a file's name, so that names sort by time.
	mailboxTime   = "20060102T150405.000000000"
	mailboxSuffix = ".json"
	unfinished    = ".new-"
)

// Mailbox is a Sender that keeps messages as files in a folder, for
// development and for tests. Several processes may share the folder: a
// message appears at once and whole, and is never rewritten. The files hold
// live links, so nobody else may read them.
type Mailbox struct {
	Dir  string
	Now  func() time.Time
	Rand io.Reader // tells two messages of one instant apart
}

// Stored is a message with its place in the mailbox.
type Stored struct {
	ID      string    `json:"id"`
	At      time.Time `json:"at"` // when it was sent, UTC
	Message Message   `json:"message"`
}

// NewMailbox makes the folder if it is missing.
func NewMailbox(dir string) (*Mailbox, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("mailbox: %w", err)
	}
	return &Mailbox{Dir: dir, Now: time.Now, Rand: rand.Reader}, nil
}

// Send stores the message.
func (b *Mailbox) Send(_ context.Context, m Message) error {
	m, err := m.checked()
	if err != nil {
		return fmt.Errorf("mailbox: %w", err)
	}
	var salt [4]byte
	if _, err := io.ReadFull(b.Rand, salt[:]); err != nil {
		return fmt.Errorf("mailbox: name: %w", err)
	}
	at := b.Now().UTC()
	s := Stored{ID: fmt.Sprintf("%s-%x", at.Format(mailboxTime), salt), At: at, Message: m}
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return fmt.Errorf("mailbox: encode: %w", err)
	}
	hidden := filepath.Join(b.Dir, unfinished+s.ID)
	if err := os.WriteFile(hidden, data, 0o600); err != nil {
		return fmt.Errorf("mailbox: write: %w", errors.Join(err, os.Remove(hidden)))
	}
	if err := os.Rename(hidden, filepath.Join(b.Dir, s.ID+mailboxSuffix)); err != nil {
		return fmt.Errorf("mailbox: publish: %w", err)
	}
	return b.prune()
}

// List answers the newest messages first, at most limit of them.
func (b *Mailbox) List(limit int) ([]Stored, error) {
	ids, err := b.ids()
	if err != nil {
		return nil, err
	}
	var list []Stored
	for _, id := range ids {
		if len(list) >= limit {
			break
		}
		s, err := b.Get(id)
		if errors.Is(err, fs.ErrNotExist) { // removed since, by another process
			continue
		}
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
}

// Get answers one message. An unknown id is fs.ErrNotExist, and so is
// anything that is not an id, a path for example.
func (b *Mailbox) Get(id string) (Stored, error) {
	var s Stored
	if strings.ContainsFunc(id, func(r rune) bool { return !idRune(r) }) || strings.HasPrefix(id, ".") {
		return s, fmt.Errorf("mailbox: message %q: %w", id, fs.ErrNotExist)
	}
	data, err := os.ReadFile(filepath.Join(b.Dir, id+mailboxSuffix))
	if err != nil {
		return s, fmt.Errorf("mailbox: message %s: %w", id, err)
	}
	if err := json.Unmarshal(data, &s); err != nil {
		return s, fmt.Errorf("mailbox: message %s: %w", id, err)
	}
	return s, nil
}

// ids lists what is stored, the newest first.
func (b *Mailbox) ids() ([]string, error) {
	entries, err := os.ReadDir(b.Dir)
	if err != nil {
		return nil, fmt.Errorf("mailbox: list: %w", err)
	}
	var ids []string
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), mailboxSuffix); ok && !strings.HasPrefix(id, ".") {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(x, y string) int { return cmp.Compare(y, x) })
	return ids, nil
}

// prune removes what is beyond the limit. Another process may be doing the
// same, so a file that is gone already is fine.
func (b *Mailbox) prune() error {
	ids, err := b.ids()
	if err != nil {
		return err
	}
	for _, id := range ids[min(len(ids), mailboxKeeps):] {
		err := os.Remove(filepath.Join(b.Dir, id+mailboxSuffix))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("mailbox: prune: %w", err)
		}
	}
	return nil
}
