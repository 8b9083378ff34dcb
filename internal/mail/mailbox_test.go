package mail_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tenantry/internal/mail"
)

func simple(subject string) mail.Message {
	return mail.Message{To: "zoe@harbour.test", Subject: subject, Text: "Hello.", Kind: "test"}
}

func newMailbox(t *testing.T, dir string) *mail.Mailbox {
	t.Helper()
	b, err := mail.NewMailbox(dir)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestMailboxListsTheNewestFirst(t *testing.T) {
	t.Parallel()
	b := newMailbox(t, t.TempDir()+"/new/folder")
	clock := friday
	b.Now = func() time.Time { clock = clock.Add(time.Nanosecond); return clock }
	for _, s := range []string{"one", "two", "three"} {
		if err := b.Send(t.Context(), simple(s)); err != nil {
			t.Fatal(err)
		}
	}
	list, err := b.List(2)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || list[0].Message.Subject != "three" || list[1].Message.Subject != "two" {
		t.Fatalf("List = %+v", list)
	}
	got, err := b.Get(list[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(mail.Stored{ID: list[1].ID, At: friday.Add(2).UTC(), Message: simple("two")}, got); diff != "" {
		t.Error(diff)
	}
}

func TestMailboxGetsNothingButItsMessages(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/secret.json", []byte(`{"id":"secret"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	b := newMailbox(t, dir+"/box")
	for _, id := range []string{"", "nothing", "../secret", "..", ".new-x", "a/b", "a\x00b"} {
		if _, err := b.Get(id); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Get(%q) = %v, want not exist", id, err)
		}
	}
}

func TestTwoMailboxesShareAFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var wg sync.WaitGroup
	const each = 300
	for who := range 2 {
		b := newMailbox(t, dir)
		wg.Go(func() {
			for i := range each {
				if err := b.Send(context.Background(), simple(fmt.Sprintf("%d/%d", who, i))); err != nil {
					t.Error(err)
					return
				}
				if _, err := b.List(3); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	list, err := newMailbox(t, dir).List(2 * each)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 500 {
		t.Errorf("%d messages are kept, want 500", len(list))
	}
	if s := list[0].Message.Subject; !strings.HasSuffix(s, fmt.Sprint("/", each-1)) {
		t.Errorf("the newest is %s", s)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 500 {
		t.Errorf("%d files are left, %v", len(files), err)
	}
	if info, err := files[0].Info(); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("a message is readable by others: %v %v", info, err)
	}
}

func TestDeliver(t *testing.T) {
	t.Parallel()
	b := newMailbox(t, t.TempDir())
	if err := mail.Deliver(t.Context(), b, simple("fine")); err != nil {
		t.Error(err)
	}
	for name, m := range map[string]mail.Message{
		"no address":       {Subject: "s", Text: "t", Kind: "k"},
		"two addresses":    {To: "a@a.test, b@b.test", Subject: "s", Text: "t"},
		"address and name": {To: "A <a@a.test>", Subject: "s", Text: "t"},
		"injected address": {To: "a@a.test\r\nBcc: b@b.test", Subject: "s", Text: "t"},
		"no subject":       {To: "a@a.test", Subject: "\r\n", Text: "t"},
		"no text":          {To: "a@a.test", Subject: "s"},
		"injected header":  {To: "a@a.test", Subject: "s", Text: "t", Headers: map[string]string{"X-A: b\r\nBcc": "c"}},
		"own header":       {To: "a@a.test", Subject: "s", Text: "t", Headers: map[string]string{"bcc": "b@b.test"}},
		"injected id":      {To: "a@a.test", Subject: "s", Text: "t", ID: "x>\r\nBcc: b@b.test"},
	} {
		if err := mail.Deliver(t.Context(), b, m); !mail.Permanent(err) {
			t.Errorf("%s: %v, want a permanent error", name, err)
		}
	}
	if list, err := b.List(10); err != nil || len(list) != 1 {
		t.Errorf("%d messages arrived, %v", len(list), err)
	}
}
