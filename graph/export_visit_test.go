package graph_test

import (
	"net/http"
	"testing"
)

// within opens a visit of the reseller's administrator in Harbor Hotels, which
// admits him, and answers the token of its session.
func (a *api) within() (token string) {
	a.Helper()
	a.exec([]string{"UPDATE organizations SET login_as_consent = 'ALWAYS' WHERE name = 'Harbor Hotels'"})
	got := answer[struct {
		LoginAs struct {
			Token  string
			Errors []any
		}
	}](a, "admin", loginAsQuery, map[string]any{"mode": "CLIENT", "org": a.names["org.harbor"]})
	if got.LoginAs.Token == "" {
		a.Fatal(got.LoginAs.Errors)
	}
	return "bearer " + got.LoginAs.Token
}

// TestFilesEndWithAVisit: what staff made, or made a link to, in a customer's
// name is out of reach as soon as the customer ends the visit, and a file that
// waits is not made any more. What the log says names both.
func TestFilesEndWithAVisit(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	own := a.export("tenant_admin", map[string]any{"users": map[string]any{}, "format": "CSV"})
	staff := a.within()
	made := a.export(staff, map[string]any{"users": map[string]any{}, "format": "CSV"})
	if made.Download == nil || a.download(made.Download.URL).Code != http.StatusOK {
		t.Fatalf("nothing to fetch within the visit: %+v", made)
	}
	if got := a.pairs(`SELECT action, actor_name || ' for ' || on_behalf_of_name FROM audit_events
		WHERE target_type = 'Job' AND on_behalf_of_name <> ''`); len(got) != 3 || got["export.downloaded"] != "Ada Lindqvist for Tomás Ribeiro" {
		t.Errorf("the log: %v", got)
	}
	job := func(as, id string) jobAnswer {
		return answer[struct{ Job jobAnswer }](a, as, `query($id: ID!) { job(id: $id) `+jobFields+` }`, map[string]any{"id": id}).Job
	}
	other := a.within() // a link of another visit to the customer's own file
	linked := job(other, own.ID)
	if linked.Download == nil || a.download(linked.Download.URL).Code != http.StatusOK {
		t.Fatalf("no link within the visit: %+v", linked)
	}
	waiting := answer[struct {
		ExportCreate struct{ Job jobAnswer }
	}](a, other, `mutation($input: ExportCreateInput!) { exportCreate(input: $input) { job `+jobFields+` } }`,
		map[string]any{"input": map[string]any{"users": map[string]any{}, "format": "CSV"}}).ExportCreate.Job

	ended := answer[struct{ ImpersonationsEnd struct{ Ended int } }](a, "client_admin", loginAsKillQuery, map[string]any{"org": a.names["org.harbor"]})
	if ended.ImpersonationsEnd.Ended != 2 {
		t.Fatalf("%+v", ended)
	}
	for name, url := range map[string]string{"file": made.Download.URL, "link": linked.Download.URL} {
		if code := a.download(url).Code; code != http.StatusNotFound {
			t.Errorf("the %s outlives the visit: %d", name, code)
		}
	}
	if a.download(own.Download.URL).Code != http.StatusOK {
		t.Error("the customer's own link ended with the visit")
	}
	a.workExports(1)
	if late := job("tenant_admin", waiting.ID); late.Status != "FAILED" || late.FailureReason == nil || *late.FailureReason != "The visit in which it was asked for is over." {
		t.Errorf("made after the visit: %+v", late)
	}
	if seen := job("tenant_admin", made.ID); seen.Status != "SUCCEEDED" || seen.Download != nil {
		t.Errorf("linked to outside of the visit: %+v", seen)
	}
}
