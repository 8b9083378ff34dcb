package mail

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"text/template/parse"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Every mail exists in every language and shows the same data under the same
// conditions: only the words between may differ.
func TestLanguagesHaveTheSameMails(t *testing.T) {
	t.Parallel()
	l, err := parseAll(templateFiles) // not the shared one: its HTML is rewritten at its first use
	if err != nil {
		t.Fatal(err)
	}
	perLanguage := map[string]int{}
	for key := range l {
		lang, _, _ := strings.Cut(key, "/")
		perLanguage[lang]++
	}
	if len(perLanguage) != len(Languages()) {
		t.Errorf("templates of %v, languages %v", perLanguage, Languages())
	}
	for _, lang := range Languages() {
		if perLanguage[lang] != perLanguage[fallback] {
			t.Errorf("%d mails in %s, %d in %s", perLanguage[lang], lang, perLanguage[fallback], fallback)
		}
		for key, english := range l {
			kind, ok := strings.CutPrefix(key, fallback+"/")
			if !ok {
				continue
			}
			other, ok := l[lang+"/"+kind]
			if !ok {
				t.Errorf("%s is not written in %s", kind, lang)
				continue
			}
			for _, part := range []string{"subject", "content", "greeting", "footer", "motive", "factor", "work"} {
				if diff := cmp.Diff(actions(english.text.Lookup(part).Root), actions(other.text.Lookup(part).Root)); diff != "" {
					t.Errorf("%s of %s.txt in %s (-english):\n%s", part, kind, lang, diff)
				}
			}
			for _, part := range []string{"preview", "content"} {
				if diff := cmp.Diff(actions(english.html.Lookup(part).Tree.Root), actions(other.html.Lookup(part).Tree.Root)); diff != "" {
					t.Errorf("%s of %s.html in %s (-english):\n%s", part, kind, lang, diff)
				}
			}
		}
	}
}

// actions lists what a template does, in any order, without its words: those
// of links are arguments of an action.
func actions(n parse.Node) []string {
	var found []string
	branch := func(kind string, b *parse.BranchNode) {
		found = append(found, kind+" "+b.Pipe.String())
		found = append(found, actions(b.List)...)
		if b.ElseList != nil {
			found = append(found, kind+" else")
			found = append(found, actions(b.ElseList)...)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			found = append(found, actions(child)...)
		}
	case *parse.IfNode:
		branch("if", &n.BranchNode)
	case *parse.WithNode:
		branch("with", &n.BranchNode)
	case *parse.RangeNode:
		branch("range", &n.BranchNode)
	case *parse.ActionNode, *parse.TemplateNode:
		found = append(found, regexp.MustCompile(`(button \S+) ".*?"`).ReplaceAllString(n.String(), "$1"))
	}
	slices.Sort(found)
	return found
}

// A language that is not whole yet lacks nothing: its readers get English.
func TestAMailNotTranslatedIsEnglish(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{}
	err := fs.WalkDir(templateFiles, "templates", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(templateFiles, name)
		files[name] = &fstest.MapFile{Data: data}
		if french := strings.Replace(name, "/en/", "/fr/", 1); french != name && !strings.Contains(name, "reactivated") {
			files[french] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(data), "Hello", "Bonjour"))}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	l, err := parseAll(files)
	if err != nil {
		t.Fatal(err)
	}
	until := time.Date(2026, 3, 13, 14, 30, 0, 0, time.UTC)
	p := page{Lang: "fr", E: Envelope{ToName: "Zoë"}, zone: time.UTC, M: struct {
		Motive string
		Reason []string
		Until  *time.Time
	}{Until: &until}}
	s, lang, err := l.pick("fr_CA", "suspended")
	if err != nil || lang != "fr" {
		t.Fatalf("picked %q, %v", lang, err)
	}
	var b strings.Builder
	if err := s.text.ExecuteTemplate(&b, "layout", p); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Bonjour Zoë,", "2026-03-13 14:30 UTC"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in:\n%s", want, b.String())
		}
	}
	if _, lang, err := l.pick("fr", "reactivated"); err != nil || lang != "en" {
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
