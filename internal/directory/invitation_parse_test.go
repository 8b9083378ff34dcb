package directory

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParsePeople(t *testing.T) {
	t.Parallel()
	text := func(s *string) string {
		if s == nil {
			return "-"
		}
		return *s
	}
	for in, want := range map[string][]string{ // line email first last, or the problem
		"ada@harbour.test": {"1 ada@harbour.test - -"},
		"a@x.test, b@x.test;c@x.test\td@x.test\n\r\ne@x.test": {"1 a@x.test - -", "1 b@x.test - -", "1 c@x.test - -", "1 d@x.test - -", "3 e@x.test - -"},
		"a@x.test b@x.test":                                 {"1 a@x.test - -", "1 b@x.test - -"},
		"Ada King Lovelace <ada@x.test>":                    {"1 ada@x.test Ada King Lovelace"},
		"\"Lovelace, Ada\" <ada@x.test>; Bob <bob@x.test>,": {"1 ada@x.test Ada Lovelace", "1 bob@x.test Bob -"},
		"Lovelace, Ada <ada@x.test>":                        {"1 Lovelace - -", "1 ada@x.test Ada -"},
		"<ada@x.test>":                                      {"1 ada@x.test - -"},
		"O'Neill <o@x.test>":                                {"1 o@x.test O'Neill -"},
		"a \"slip, b@x.test":                                {"1 a \"slip - -", "1 b@x.test - -"},
		"a <slip, b@x.test":                                 {"1 a <slip - -", "1 b@x.test - -"},
		"not an address\nb@x.test":                          {"1 not an address - -", "2 b@x.test - -"},
		"email,first name,last name\na@x.test,Ada,Lovelace\n\n\"b@x.test\",\"Bo, Jr\",\n,,": {"2 a@x.test Ada Lovelace", "4 b@x.test Bo, Jr -"},
		"\uFEFFName;E-Mail\nAda Lovelace;a@x.test\nKing, Bo;b@x.test\nnobody;":              {"2 a@x.test Ada Lovelace", "3 b@x.test Bo King", "4  nobody -"},
		"\tEmail\nx\ta@x.test": {"2 a@x.test - -"},
		"email,Modules,\"sub accounts\",name\na@x.test,REPORTS,,Ada": {"The table has columns that are not read here: \"Modules\", \"sub accounts\". Remove them."},
		"E-mail;Address\na@x.test;b@x.test":                          {"The table has columns that are not read here: \"Address\". Remove them."},
		"email;" + strings.Repeat("x;", 11):                          {"The table has columns that are not read here: " + strings.Repeat("\"x\", ", 10) + "…. Remove them."},
		"email":                                                      {"The text names nobody."},
		"":                                                           {"The text names nobody."},
		" ,;\n\t":                                                    {"The text names nobody."},
		"a\x00@x.test":                                               {"The text holds what is no text."},
		"\xff":                                                       {"The text holds what is no text."},
		strings.Repeat("a", 200001):                                  {"The text is too long; paste it in parts."},
	} {
		people, problem := ParsePeople(in)
		var got []string
		for _, p := range people {
			got = append(got, fmt.Sprintf("%d %s %s %s", p.Line, p.Email, text(p.FirstName), text(p.LastName)))
		}
		if problem != "" {
			got = append(got, problem)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%.60q:\n%s", in, diff)
		}
	}
}

func FuzzParsePeople(f *testing.F) {
	f.Add("email,name\na@x.test,\"A")
	f.Add("A <a@x.test>, \"b, c\" <b@x.test>")
	f.Fuzz(func(t *testing.T, text string) {
		people, problem := ParsePeople(text)
		if (len(people) == 0) != (problem != "") {
			t.Errorf("%d people and %q", len(people), problem)
		}
		for _, p := range people {
			if p.Line < 1 || p.Line > strings.Count(text, "\n")+strings.Count(text, "\r")+1 {
				t.Errorf("line %d of %q", p.Line, text)
			}
		}
	})
}

func TestInvitePasted(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	h.join(org.ID, NewInvitation{Email: "old@harbour.test"})
	in := NewInvitations{
		OrganizationID: org.ID, Text: new("Ada Lovelace <ada@harbour.test>; ADA@harbour.test\nx@trash.test, old@harbour.test, nobody"),
		Each: &NewInvitation{Modules: []string{"REPORTS"}}, Locale: new("de"),
	}
	verdicts, err := h.InvitationsCreate(h.ctx, in)
	h.must(err)
	if diff := cmp.Diff([]string{
		"INVITED",
		"REJECTED_DUPLICATE DUPLICATE at input.text.1.email",
		"SKIPPED_DISPOSABLE_EMAIL DISPOSABLE_EMAIL at input.text.2.email",
		"SKIPPED_EXISTING_USER ALREADY_MEMBER at input.text.3.email",
		"REJECTED_INVALID_EMAIL INVALID at input.text.4.email",
	}, outcomes(verdicts)); diff != "" {
		t.Error(diff)
	}
	got := h.look(`SELECT u.display_name || ' ' || u.locale || ' ' || m.client_access || ' ' || g.module FROM users u
		JOIN memberships m ON m.user_id = u.id JOIN module_grants g ON g.membership_id = m.id WHERE u.id = $1`, *verdicts[0].UserID)
	if got != "Ada Lovelace de USER REPORTS" {
		t.Errorf("invited as %q", got)
	}
	many := make([]string, MaxInvitations+1)
	for i := range many {
		many[i] = fmt.Sprintf("p%d@harbour.test", i)
	}
	for name, c := range map[string]struct {
		change func(*NewInvitations)
		want   string
	}{
		"too many":         {func(in *NewInvitations) { in.Text = new(strings.Join(many, "\n")) }, "LIMIT_REACHED at input.text"},
		"nobody":           {func(in *NewInvitations) { in.Text = new(" ;\n") }, "INVALID at input.text"},
		"columns unread":   {func(in *NewInvitations) { in.Text = new("email,access\nb@harbour.test,ADMIN") }, "INVALID at input.text"},
		"too long":         {func(in *NewInvitations) { in.Text = new(strings.Repeat("a", MaxPasted+1)) }, "INVALID at input.text"},
		"items besides":    {func(in *NewInvitations) { in.Items = offer(org.ID, "b@harbour.test").Items }, "INVALID at input.text"},
		"each alone":       {func(in *NewInvitations) { in.Text = nil }, "INVALID at input.each"},
		"a wrong language": {func(in *NewInvitations) { in.Locale = new("no such language") }, "INVALID at input.locale"},
	} {
		t.Log(name)
		in := in
		c.change(&in)
		h.refused(c.want, func() error { return errOf(h.InvitationsCreate(h.ctx, in)) })
	}
	in.Text, in.Each = new("b@harbour.test"), &NewInvitation{Modules: []string{"PRICING"}}
	if verdicts, err = h.InvitationsCreate(h.ctx, in); err != nil || outcomes(verdicts)[0] != "REJECTED_FORBIDDEN_ROLE MODULE_ADMIN_ONLY at input.each.modules.0" {
		t.Errorf("%v %v", outcomes(verdicts), err)
	}
}
