package graph_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The file of the audit log holds the lines its owner reads, what changed as
// JSON, and nothing that a spreadsheet program runs; the log tells of the file.
func TestAuditFile(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	a.insert(`UPDATE audit_events SET target_name = '=HYPERLINK("http://evil.test")', reason = '+1',
		changes = '[{"field": "phone", "after": "+4930901820"}]' WHERE account_id = $1`, a.key("org.harbor"))
	order := func(format string, where any) map[string]any {
		return map[string]any{"format": format, "auditEvents": map[string]any{
			"where":   where,
			"columns": []string{"ACTION", "ACTOR_NAME", "TARGET_TYPE", "TARGET_NAME", "ORGANIZATION", "REASON", "CHANGES"},
		}}
	}
	about := map[string]any{"targetType": map[string]any{"in": []string{"User"}}}
	const row = `world.made,Tomás Ribeiro,User,"'=HYPERLINK(""http://evil.test"")",Harbor Hotels,'+1,` +
		`"[{""field"":""phone"",""before"":null,""after"":""+4930901820""}]"`
	made := a.export("tenant_admin", order("CSV", about))
	if made.Download == nil || !strings.HasPrefix(made.Download.FileName, "audit-log-") {
		t.Fatalf("made: %+v", made)
	}
	file := strings.TrimPrefix(a.download(made.Download.URL).Body.String(), "\ufeff")
	if want := "action,actorName,targetType,targetName,organization,reason,changes\r\n" + row + "\r\n"; file != want {
		t.Errorf("file:\n%s\nwant:\n%s", file, want)
	}

	// The file before this one has left its lines.
	made = a.export("tenant_admin", order("NDJSON", map[string]any{}))
	var actions []string
	for _, line := range strings.Split(strings.TrimSpace(a.download(made.Download.URL).Body.String()), "\n") {
		var row struct {
			Action  string
			Changes []struct{ Field string }
		}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		actions = append(actions, row.Action)
	}
	if got := strings.Join(actions, " "); len(actions) != 5 || !strings.HasSuffix(got, " world.made") ||
		strings.Count(got, "audit.exported") != 2 || !strings.Contains(got, "audit.export_finished") || !strings.Contains(got, "export.downloaded") {
		t.Errorf("the log: %v", actions)
	}

	made = a.export("tenant_admin", order("XLSX", about))
	book, err := excelize.OpenReader(bytes.NewReader(a.download(made.Download.URL).Body.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Audit log")
	if err != nil || len(rows) != 2 || rows[1][3] != `=HYPERLINK("http://evil.test")` {
		t.Fatalf("sheet: %v %v", rows, err)
	}
	if formula, err := book.GetCellFormula("Audit log", "D2"); err != nil || formula != "" {
		t.Errorf("a text became the formula %q, %v", formula, err)
	}

	// Another reseller may ask for what it cannot see, and gets nothing of it.
	made = a.export("rival_admin", order("CSV", map[string]any{"organizationId": map[string]any{"eq": a.names["org.harbor"]}}))
	if *made.Total != 0 || strings.Contains(a.download(made.Download.URL).Body.String(), "Harbor") {
		t.Errorf("for another reseller: %+v", made)
	}
}
