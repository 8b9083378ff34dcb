package graph_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"
)

const recordUsage = `mutation($input: UsageRecordInput!) { usageRecord(input: $input) { accepted duplicates errors { code message } } }`

type usageRecorded struct {
	UsageRecord struct {
		Accepted, Duplicates int
		Errors               []any
	}
}

// A full batch, with keys as long as they often are, passes the limits of the
// transport, and so does a page of organizations with their usage.
func TestTenThousandRecordsPass(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	var text strings.Builder
	text.WriteString("organizationId,day,quantity,key\n")
	for i := range 10_000 {
		fmt.Fprintf(&text, "%s,2026-02-%02d,%d,%s\n", a.names["org.harbor"], 1+i%28, i, uuid.New())
	}
	input := map[string]any{"csv": text.String(), "metric": "API_REQUESTS"}
	for _, want := range []string{"{10000 0 []}", "{0 10000 []}"} {
		if got := answer[usageRecorded](a, "admin", recordUsage, map[string]any{"input": input}); fmt.Sprint(got.UsageRecord) != want {
			t.Errorf("%v, want %s", got.UsageRecord, want)
		}
	}
	page := answer[struct {
		Organizations struct {
			Nodes []struct {
				Name  string
				Usage []struct{ Metric, Quantity, Records string }
			}
		}
	}](a, "viewer", `{ organizations(first: 100) { nodes { name usage(from: "2026-01-01", to: "2026-03-02") { metric quantity records } } } }`, nil)
	if got := fmt.Sprint(page.Organizations.Nodes[0]); got != "{Harbor Hotels [{API_REQUESTS 49995000 10000}]}" {
		t.Error(got)
	}
}

// Reports are asked for, made, and fetched through the API; those of a schedule
// are announced by mail to who may have them.
func TestReportsThroughTheAPI(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	answer[usageRecorded](a, "admin", recordUsage, map[string]any{"input": map[string]any{"records": []any{
		map[string]any{"organizationId": a.names["org.harbor"], "metric": "SMS", "day": "2026-03-01", "quantity": "12", "key": "a"},
		map[string]any{"organizationId": a.names["org.mill"], "metric": "SMS", "day": "2026-03-01", "quantity": "9", "key": "a"},
	}}})
	made := answer[struct{ ReportCreate struct{ Job jobAnswer } }](a, "analyst", `mutation($input: ReportCreateInput!) { reportCreate(input: $input) { job `+jobFields+` } }`,
		map[string]any{"input": map[string]any{"kind": "USAGE_BY_ORGANIZATION", "format": "XLSX", "from": "2026-02-01", "to": "2026-03-02"}})
	a.workExports(1)
	job := answer[struct{ Job jobAnswer }](a, "analyst", `query($id: ID!) { job(id: $id) `+jobFields+` }`, map[string]any{"id": made.ReportCreate.Job.ID}).Job
	if job.Status != "SUCCEEDED" || job.Download == nil || job.Download.FileName != "usage-by-organization-20260302-093000.xlsx" {
		t.Fatalf("%+v %+v", job, job.Download)
	}
	book, err := excelize.OpenReader(a.download(job.Download.URL).Body)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Usage by organization")
	if err != nil || len(rows) != 2 || strings.Join(rows[1][1:], " ") != "Harbor Hotels SMS 2026-03-01 12 1" {
		t.Errorf("%q, %v", rows, err)
	}
	if kind, err := book.GetCellType("Usage by organization", "E2"); err != nil || kind == excelize.CellTypeInlineString {
		t.Errorf("a quantity is of type %v, %v", kind, err)
	}

	scheduled := answer[struct {
		ReportScheduleCreate struct{ Errors []any }
	}](a, "admin", `mutation($input: ReportScheduleCreateInput!) { reportScheduleCreate(input: $input) { errors { code } } }`, map[string]any{"input": map[string]any{
		"name": "Morning figures", "kind": "USAGE_BY_ORGANIZATION", "cadence": "DAILY", "hour": 10, "recipientIds": []any{a.names["user.viewer"], a.names["user.support"]},
	}})
	if len(scheduled.ReportScheduleCreate.Errors) > 0 {
		t.Fatal(scheduled)
	}
	a.clock.advance(time.Hour)
	if n, err := a.usage.RunSchedules(t.Context()); n != 1 || err != nil {
		t.Fatalf("%d schedules ran: %v", n, err)
	}
	a.workExports(1)
	letter := a.letter("viewer@meridian.test", "Report: Morning figures")
	if !strings.Contains(letter.Text, "usage-by-organization-20260302-103000.csv") || strings.Contains(letter.Text, "/downloads/") {
		t.Error(letter.Text)
	}
	own := answer[struct{ Jobs struct{ Nodes []jobAnswer } }](a, "viewer", `{ jobs { nodes `+jobFields+` } }`, nil).Jobs.Nodes
	if got := a.download(own[0].Download.URL).Body.String(); !strings.Contains(got, "Harbor Hotels,SMS,2026-03-01,12,1") || !strings.Contains(got, "Mill Bakery,SMS") {
		t.Errorf("%q", got)
	}
	if theirs := answer[struct{ Jobs struct{ Nodes []jobAnswer } }](a, "support", `{ jobs { nodes `+jobFields+` } }`, nil).Jobs.Nodes; len(theirs) > 0 {
		t.Errorf("support got %+v", theirs)
	}
}
