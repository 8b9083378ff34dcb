package mail

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func TestALanguageIsOneMoreFolder(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{}
	err := fs.WalkDir(templateFiles, "templates", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(templateFiles, name)
		files[name] = &fstest.MapFile{Data: data}
		if german := strings.Replace(name, "/en/", "/de/", 1); german != name && !strings.Contains(name, "reactivated") {
			files[german] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(data), "Hello", "Guten Tag"))}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	l, err := parse(files)
	if err != nil {
		t.Fatal(err)
	}
	p := page{E: Envelope{ToName: "Zoë"}, M: struct {
		Motive string
		Reason []string
		Until  time.Time
	}{Until: time.Date(2026, 3, 13, 14, 30, 0, 0, time.UTC)}}
	s, lang, err := l.pick("de_AT", "suspended")
	if err != nil || lang != "de" {
		t.Fatalf("picked %q, %v", lang, err)
	}
	var b strings.Builder
	if err := s.text.ExecuteTemplate(&b, "layout", p); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Guten Tag Zoë,", "2026-03-13 14:30 UTC"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in:\n%s", want, b.String())
		}
	}
	if _, lang, err := l.pick("de", "reactivated"); err != nil || lang != "en" {
		t.Errorf("a mail not translated yet: %q, %v; want English", lang, err)
	}
}

func TestLineAndParagraphs(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"  a\r\n b\tc\x00d ": "a b c d", "\u202eabc\u202c": "abc", "\u2028": "", "שלום José": "שלום José", "a\xffb": "a b",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
	if got := strings.Join(Paragraphs("\n\na\r\n\r\n\r\nb\rc\n\n"), "|"); got != "a||b|c" {
		t.Errorf("Paragraphs = %q", got)
	}
}
