package graph_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// The file of organizations holds the list that was asked for, with what looks
// like a formula made harmless, and numbers as numbers.
func TestOrganizationsFile(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	a.insert(`UPDATE organizations SET legal_name = '=HYPERLINK("http://evil.test")', credit_balance = 460, tags = '["gold", "north"]' WHERE name = 'Harbor Hotels'`)
	order := func(format string) map[string]any {
		return map[string]any{"format": format, "organizations": map[string]any{
			"where":   map[string]any{"name": map[string]any{"startsWith": "Harbor"}},
			"orderBy": map[string]any{"field": "NAME", "direction": "ASC"},
			"columns": []string{"NAME", "KIND", "LEGAL_NAME", "CREDIT_BALANCE", "TAGS", "PARENT"},
		}}
	}
	made := a.export("admin", order("CSV"))
	if made.Download == nil || !strings.HasPrefix(made.Download.FileName, "organizations-") {
		t.Fatalf("made: %+v", made)
	}
	lines := strings.Split(strings.TrimSpace(strings.TrimPrefix(a.download(made.Download.URL).Body.String(), "\ufeff")), "\r\n")
	if len(lines) < 3 || lines[0] != "name,kind,legalName,creditBalance,tags,parent" ||
		!strings.HasPrefix(lines[1], `Harbor Hotels,CUSTOMER,"'=HYPERLINK(""http://evil.test"")",460,gold; north,`) {
		t.Errorf("file: %q", lines)
	}
	made = a.export("admin", order("NDJSON"))
	first, _, _ := strings.Cut(a.download(made.Download.URL).Body.String(), "\n")
	var row struct {
		CreditBalance int
		Tags          []string
	}
	if err := json.Unmarshal([]byte(first), &row); err != nil || row.CreditBalance != 460 || len(row.Tags) != 2 {
		t.Errorf("%v: %s", err, first)
	}
}
