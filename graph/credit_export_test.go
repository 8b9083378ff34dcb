package graph_test

import (
	"strings"
	"testing"
)

// The file of a statement holds what the list shows, the oldest entry first.
func TestStatementFile(t *testing.T) {
	a := newAPI(t)
	answer[any](a, "admin", `mutation($input: CreditUsageRecordInput!) { creditUsageRecord(input: $input) { results { replayed } } }`, map[string]any{
		"input": map[string]any{"items": []any{map[string]any{
			"organizationId": a.names["org.harbor.north"], "type": "SMS_USAGE", "amount": "40", "idempotencyKey": "1", "reference": "=1+1",
		}}},
	})
	type created struct {
		CreditStatementExport struct {
			Job    *jobAnswer
			Errors []any
		}
	}
	asked := answer[created](a, "client_admin", `mutation($input: CreditStatementExportInput!) { creditStatementExport(input: $input) { job `+jobFields+` errors { code } } }`,
		map[string]any{"input": map[string]any{"organizationId": a.names["org.harbor"]}}).CreditStatementExport
	if asked.Job == nil {
		t.Fatalf("refused: %v", asked.Errors)
	}
	a.workExports(1)
	done := answer[struct{ Job jobAnswer }](a, "client_admin", `query($id: ID!) { job(id: $id) `+jobFields+` }`, map[string]any{"id": asked.Job.ID}).Job
	if done.Download == nil || !strings.HasPrefix(done.Download.FileName, "credit-statement-") || *done.Total != 2 {
		t.Fatalf("made: %+v", done)
	}
	lines := strings.Split(strings.TrimSpace(a.download(done.Download.URL).Body.String()), "\r\n")
	if len(lines) != 3 || !strings.HasSuffix(lines[0], "createdAt,type,amount,balanceAfter,counterpart,usedBy,reference,reason,occurredAt,id") {
		t.Fatalf("file: %q", lines)
	}
	for i, want := range []string{"INITIAL_GRANT,500,500,,,,,", "SMS_USAGE,-40,460,,Harbor North,'=1+1,,"} {
		if !strings.Contains(lines[i+1], want) {
			t.Errorf("line %d is %q, want %q in it", i+1, lines[i+1], want)
		}
	}
}
