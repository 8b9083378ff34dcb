package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/riverqueue/river"
	"github.com/xuri/excelize/v2"

	"tenantry/internal/export"
	"tenantry/internal/jobs"
)

// workExports lets a worker run until it has made n files.
func (a *api) workExports(n int) {
	a.Helper()
	workers, worked := river.NewWorkers(), make(chan error, 100)
	a.exports.AddWorkers(workers, slog.New(slog.NewTextHandler(logWriter{a.T}, nil)))
	client, err := jobs.New(jobs.Config{DB: a.db.Write, Workers: workers, PollInterval: 20 * time.Millisecond,
		Queues: map[string]int{export.Queue: export.Workers},
		Observe: func(kind string, _ time.Duration, err error) {
			if kind == (export.Args{}).Kind() {
				worked <- err
			}
		}})
	if err != nil {
		a.Fatal(err)
	}
	if err := client.Start(a.Context()); err != nil {
		a.Fatal(err)
	}
	defer func() {
		if err := client.Stop(context.WithoutCancel(a.Context())); err != nil {
			a.Error(err)
		}
	}()
	for range n {
		select {
		case err := <-worked:
			if err != nil {
				a.Fatal(err)
			}
		case <-time.After(20 * time.Second):
			a.Fatal("no export was worked")
		}
	}
}

// answer is the data of an operation that must succeed, in a form.
func answer[T any](a *api, as, query string, variables map[string]any) (out T) {
	a.Helper()
	w := a.do(as, query, variables)
	var body struct {
		Data   T
		Errors []any
	}
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || len(body.Errors) > 0 {
		a.Fatalf("%s: %v", w.Body, err)
	}
	return body.Data
}

type jobAnswer struct {
	ID, Status    string
	Progress      int
	Total         *int
	FailureReason *string
	Download      *struct {
		URL, FileName, ContentType, Sha256 string
		Size                               string
	}
}

const jobFields = `{ id status progress total failureReason download { url fileName contentType size sha256 expiresAt } }`

// export asks for a file through the API, has it made and looks at the job.
func (a *api) export(as string, input map[string]any) jobAnswer {
	a.Helper()
	created := answer[struct {
		ExportCreate struct {
			Job    *jobAnswer
			Errors []any
		}
	}](a, as, `mutation($input: ExportCreateInput!) { exportCreate(input: $input) { job `+jobFields+` errors { code } } }`, map[string]any{"input": input})
	j := created.ExportCreate.Job
	if j == nil || j.Status != "QUEUED" || j.Download != nil {
		a.Fatalf("asked for: %+v %v", j, created.ExportCreate.Errors)
	}
	a.workExports(1)
	return answer[struct{ Job jobAnswer }](a, as, `query($id: ID!) { job(id: $id) `+jobFields+` }`, map[string]any{"id": j.ID}).Job
}

// download fetches a file as a browser without a session does.
func (a *api) download(url string) *httptest.ResponseRecorder {
	a.Helper()
	mux, w := http.NewServeMux(), httptest.NewRecorder()
	mux.Handle("GET "+export.Path+"{token}", a.exports.Handler(slog.New(slog.DiscardHandler)))
	mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, strings.TrimPrefix(url, "https://portal.test"), nil).WithContext(a.Context()))
	return w
}

// TestExportsThroughTheAPI: each form of file holds what the caller's list
// shows, in its order, and a tenant's administrator gets his tenant alone.
func TestExportsThroughTheAPI(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	list := answer[struct {
		Users struct {
			Nodes []struct{ Email, DisplayName string }
		}
	}](a, "tenant_admin", `{ users(first: 100, where: {status: {in: [ACTIVE, SUSPENDED]}}, orderBy: [{field: EMAIL, direction: DESC}]) { nodes { email displayName } } }`, nil)
	var want [][]string
	for _, n := range list.Users.Nodes {
		want = append(want, []string{n.Email, n.DisplayName})
	}
	if len(want) < 3 {
		t.Fatalf("the list has only %d rows", len(want))
	}
	input := func(format string) map[string]any {
		return map[string]any{"format": format, "users": map[string]any{
			"where":   map[string]any{"status": map[string]any{"in": []string{"ACTIVE", "SUSPENDED"}}, "and": nil},
			"orderBy": map[string]any{"field": "EMAIL", "direction": "DESC"}, "columns": []string{"EMAIL", "DISPLAY_NAME"},
		}}
	}
	for format, read := range map[string]func(body []byte) [][]string{
		"CSV": func(body []byte) (rows [][]string) {
			for _, l := range strings.Split(strings.TrimSuffix(string(body), "\r\n"), "\r\n")[1:] {
				rows = append(rows, strings.Split(l, ","))
			}
			return rows
		},
		"NDJSON": func(body []byte) (rows [][]string) {
			for _, l := range bytes.Split(bytes.TrimSpace(body), []byte("\n")) {
				var row struct{ Email, DisplayName string }
				if err := json.Unmarshal(l, &row); err != nil {
					t.Error(err)
				}
				rows = append(rows, []string{row.Email, row.DisplayName})
			}
			return rows
		},
		"XLSX": func(body []byte) [][]string {
			book, err := excelize.OpenReader(bytes.NewReader(body))
			if err != nil {
				t.Error(err)
				return nil
			}
			defer book.Close()
			rows, err := book.GetRows("Users")
			if err != nil {
				t.Error(err)
				return nil
			}
			return rows[1:]
		},
	} {
		j := a.export("tenant_admin", input(format))
		if j.Status != "SUCCEEDED" || j.Progress != 100 || j.Download == nil || *j.Total != len(want) {
			t.Fatalf("%s: %+v", format, j)
		}
		file := a.download(j.Download.URL)
		if diff := cmp.Diff(want, read(file.Body.Bytes())); file.Code != http.StatusOK || diff != "" {
			t.Errorf("%s: %d %s", format, file.Code, diff)
		}
		for _, stranger := range []string{"admin", "mill_admin"} {
			seen := a.do(stranger, `query($id: ID!) { job(id: $id) { id } node(id: $id) { id } jobs { nodes { id } } }`, map[string]any{"id": j.ID})
			if strings.Contains(seen.Body.String(), j.ID) {
				t.Errorf("%s sees the job: %s", stranger, seen.Body)
			}
		}
	}
	mine := answer[struct {
		Jobs struct {
			Nodes    []struct{ ID, Kind string }
			PageInfo struct{ HasNextPage bool }
		}
		Node struct{ Kind string }
	}](a, "tenant_admin", `{ jobs(first: 2) { nodes { id kind items { nodes { position } totalCount } } pageInfo { hasNextPage } } }`, nil)
	if len(mine.Jobs.Nodes) != 2 || !mine.Jobs.PageInfo.HasNextPage {
		t.Errorf("%+v", mine)
	}
}
