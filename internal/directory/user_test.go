package directory

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
)

// profile is what a patch can change, in short; - stands for no value.
func profile(u *db.User) string {
	parts := []string{u.FirstName, u.LastName, u.DisplayName, u.SortName, u.SearchText}
	for _, p := range []*string{u.Phone, u.Timezone, u.Locale, u.ExternalID} {
		if p == nil {
			parts = append(parts, "-")
		} else {
			parts = append(parts, *p)
		}
	}
	return strings.Join(parts, "|")
}

func TestUserUpdatePatch(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	u := h.join(org.ID, NewInvitation{Email: "ada@harbour.test", FirstName: new("Ada"), LastName: new("Byron")})
	version := u.Version
	for _, step := range []struct {
		name  string
		patch UserPatch
		want  string
		bumps int
	}{
		{"nothing", UserPatch{}, "Ada|Byron|Ada Byron|ada byron|ada byron ada@harbour.test|-|-|-|-", 0},
		{"what it is already", UserPatch{FirstName: given(" Ada "), Phone: cleared[string]()}, "Ada|Byron|Ada Byron|ada byron|ada byron ada@harbour.test|-|-|-|-", 0},
		{"a name; the display name follows", UserPatch{LastName: given("Lovelace")}, "Ada|Lovelace|Ada Lovelace|ada lovelace|ada lovelace ada@harbour.test|-|-|-|-", 1},
		{"a display name", UserPatch{DisplayName: given("Élodie")}, "Ada|Lovelace|Élodie|elodie|elodie ada lovelace ada@harbour.test|-|-|-|-", 1},
		{"a name; an own display name stays", UserPatch{FirstName: given("Augusta")}, "Augusta|Lovelace|Élodie|elodie|elodie augusta lovelace ada@harbour.test|-|-|-|-", 1},
		{"the rest", UserPatch{Phone: given("+49 (30) 901-820"), Timezone: given("Europe/Berlin"), Locale: given("pt_br"), ExternalID: given("X 1")},
			"Augusta|Lovelace|Élodie|elodie|elodie augusta lovelace ada@harbour.test|+4930901820|Europe/Berlin|pt-BR|X 1", 1},
		{"display name null", UserPatch{DisplayName: cleared[string]()},
			"Augusta|Lovelace|Augusta Lovelace|augusta lovelace|augusta lovelace ada@harbour.test|+4930901820|Europe/Berlin|pt-BR|X 1", 1},
		{"all null or empty", UserPatch{FirstName: given(""), LastName: cleared[string](), Phone: cleared[string](), Timezone: given(" "), Locale: cleared[string](), ExternalID: cleared[string]()},
			"||ada|ada|ada ada@harbour.test|-|-|-|-", 1},
	} {
		step.patch.ExpectedVersion = &version
		got, err := h.UserUpdate(h.ctx, u.ID, step.patch)
		h.must(err)
		version += step.bumps
		if diff := cmp.Diff(step.want, profile(got)); diff != "" || got.Version != version {
			t.Errorf("%s: version %d, want %d\n%s", step.name, got.Version, version, diff)
		}
		if diff := cmp.Diff(profile(h.reload(u)), profile(got)); diff != "" {
			t.Errorf("%s: answered is not what is stored:\n%s", step.name, diff)
		}
	}
	if got := h.look("SELECT count(*)::text FROM audit_events WHERE action = 'user.updated'"); got != "6" {
		t.Errorf("%s audit lines, want one for each real change", got)
	}
	got := h.look("SELECT changes::text FROM audit_events WHERE action = 'user.updated' ORDER BY id LIMIT 1")
	want := `[{"after": "Lovelace", "field": "lastName", "before": "Byron"}, {"after": "Ada Lovelace", "field": "displayName", "before": "Ada Byron"}]`
	if got != want {
		t.Errorf("changes %s\nwant %s", got, want)
	}
}

func TestUserUpdateRefusals(t *testing.T) {
	h := setup(t)
	org, other := h.customer("Harbour", nil), h.customer("Other", nil)
	u := h.join(org.ID, NewInvitation{Email: "ada@harbour.test"})
	colleague := h.join(org.ID, NewInvitation{Email: "bob@harbour.test"})
	elsewhere := h.join(other.ID, NewInvitation{Email: "ada@harbour.test"})
	h.must(errOf(h.UserUpdate(h.ctx, colleague.ID, UserPatch{ExternalID: given("X-1")})))
	h.must(errOf(h.UserUpdate(h.ctx, elsewhere.ID, UserPatch{ExternalID: given("X-1")}))) // per organization

	long := strings.Repeat("x", 10_000)
	for name, c := range map[string]struct {
		patch UserPatch
		want  string
	}{
		"a taken external id":       {UserPatch{ExternalID: given("X-1"), FirstName: given("Eve")}, "TAKEN at input.externalId"},
		"stale":                     {UserPatch{FirstName: given("Eve"), ExpectedVersion: new(u.Version - 1)}, "STALE at input.expectedVersion"},
		"NUL":                       {UserPatch{FirstName: given("A\x00da")}, "INVALID at input.firstName"},
		"right-to-left override":    {UserPatch{LastName: given("\u202egnp.exe")}, "INVALID at input.lastName"},
		"right-to-left mark":        {UserPatch{LastName: given("Lev\u200f")}, "INVALID at input.lastName"},
		"isolates":                  {UserPatch{DisplayName: given("\u2067Ada\u2069")}, "INVALID at input.displayName"},
		"two lines":                 {UserPatch{DisplayName: given("Ada\nBcc: all@harbour.test")}, "INVALID at input.displayName"},
		"a line separator":          {UserPatch{DisplayName: given("Ada\u2028Eve")}, "INVALID at input.displayName"},
		"escape":                    {UserPatch{FirstName: given("\x1b[31mred")}, "INVALID at input.firstName"},
		"not UTF-8":                 {UserPatch{FirstName: given("\xff\xfe")}, "INVALID at input.firstName"},
		"10,000 characters":         {UserPatch{FirstName: given(long), LastName: given(long), DisplayName: given(long)}, "TOO_LONG at input.firstName, TOO_LONG at input.lastName, TOO_LONG at input.displayName"},
		"101 characters":            {UserPatch{DisplayName: given(strings.Repeat("ä", 101))}, "TOO_LONG at input.displayName"},
		"a long external id":        {UserPatch{ExternalID: given(long)}, "TOO_LONG at input.externalId"},
		"a national phone":          {UserPatch{Phone: given("030901820")}, "INVALID at input.phone"},
		"a short phone":             {UserPatch{Phone: given("+49 3")}, "INVALID at input.phone"},
		"a phone with an extension": {UserPatch{Phone: given("+49 30 901820 ext. 7")}, "INVALID at input.phone"},
		"another user type":         {UserPatch{UserType: given(user.UserTypeAGENT)}, "IMMUTABLE at input.userType"},
		"a picture in clear":        {UserPatch{AvatarURL: given("http://pictures.test/a.png")}, "INVALID at input.avatarUrl"},
		"a script as picture":       {UserPatch{AvatarURL: given("javascript:alert(1)")}, "INVALID at input.avatarUrl"},
		"a picture with a password": {UserPatch{AvatarURL: given("https://ada:secret@pictures.test/a.png")}, "INVALID at input.avatarUrl"},
		"a long picture address":    {UserPatch{AvatarURL: given("https://pictures.test/" + long)}, "TOO_LONG at input.avatarUrl"},
		"a copy of a time zone":     {UserPatch{Timezone: given("right/Europe/Berlin")}, "INVALID at input.timezone"},
		"a phone of country 0":      {UserPatch{Phone: given("+0309018200")}, "INVALID at input.phone"},
		"an unknown time zone":      {UserPatch{Timezone: given("Europe/Atlantis")}, "INVALID at input.timezone"},
		"a time zone of the server": {UserPatch{Timezone: given("Local")}, "INVALID at input.timezone"},
		"a path as time zone":       {UserPatch{Timezone: given("../../etc/passwd")}, "INVALID at input.timezone"},
		"an unknown language":       {UserPatch{Locale: given("no such language")}, "INVALID at input.locale"},
		"several":                   {UserPatch{Phone: given("1"), Timezone: given("x"), Locale: given("?")}, "INVALID at input.phone, INVALID at input.timezone, INVALID at input.locale"},
	} {
		t.Log(name)
		h.refused(c.want, func() error { return errOf(h.UserUpdate(h.ctx, u.ID, c.patch)) })
	}
	got, err := h.UserUpdate(h.ctx, u.ID, UserPatch{DisplayName: given(strings.Repeat("ä", 100)), FirstName: given("\u200d\u200c"), LastName: given("נועה")})
	h.must(err)
	if got.FirstName != "" || got.LastName != "נועה" {
		t.Errorf("a name that shows nothing became %q; %q", got.FirstName, got.LastName)
	}
}

// Who may change whom: oneself always, others by permission over them.
func TestUserUpdateWho(t *testing.T) {
	h := setup(t)
	org := h.customer("Harbour", nil)
	agent := h.join(org.ID, NewInvitation{Email: "agent@harbour.test", UserType: new(user.UserTypeAGENT)})
	tenant := h.join(org.ID, NewInvitation{Email: "tenant@harbour.test", UserType: new(user.UserTypeTENANT_ADMIN)})
	viewer := h.staff("viewer@northwind.test", user.ResellerRoleRESELLER_VIEWER)
	support := h.staff("support@northwind.test", user.ResellerRoleRESELLER_SUPPORT)
	patch := UserPatch{Timezone: given("Europe/Berlin")}

	h.refused("NOT_FOUND at id", func() error { return errOf(h.UserUpdate(h.as(agent), tenant.ID, patch)) })
	h.refused("NOT_FOUND at id", func() error { return errOf(h.UserUpdate(h.as(tenant), viewer.ID, patch)) })
	h.refused("FORBIDDEN", func() error { return errOf(h.UserUpdate(h.as(support), agent.ID, patch)) })
	h.refused("NOT_FOUND at id", func() error { return errOf(h.UserUpdate(h.as(viewer), agent.ID, patch)) })
	h.must(errOf(h.UserUpdate(h.as(agent), agent.ID, patch)))
	h.must(errOf(h.UserUpdate(h.as(viewer), viewer.ID, patch)))
	h.must(errOf(h.UserUpdate(h.as(tenant), agent.ID, UserPatch{FirstName: given("A")})))
}
