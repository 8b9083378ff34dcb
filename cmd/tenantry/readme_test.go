package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"
)

// What the README offers for pasting works, from the first line to the last.
func TestReadmeTranscript(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("curl"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("the README calls curl, and nothing else runs it here")
		}
		t.Skip("the README calls curl, which is not installed here")
	}
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?ms)^```sh\n(.*?)^```$").FindAllStringSubmatch(string(text), -1)
	if len(blocks) < 5 {
		t.Fatalf("%d blocks of commands in the README", len(blocks))
	}
	m := program(t)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	// One shell for all, as for somebody who pastes: later blocks use variables
	// of earlier ones.
	const end = "\n--- end of block ---\n"
	var script strings.Builder
	for _, block := range blocks {
		script.WriteString(strings.ReplaceAll(block[1], "http://localhost:8080", m.URL))
		script.WriteString("printf '" + strings.ReplaceAll(end, "\n", `\n`) + "'\nprintf '" + strings.ReplaceAll(end, "\n", `\n`) + "' >&2\n")
	}
	cmd := exec.CommandContext(ctx, "bash", "-u")
	cmd.Stdin = strings.NewReader(script.String())
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("bash: %v\n%s\n%s", err, stdout.String(), stderr.String())
	}
	// What tee shows people comes over the standard error.
	out, shown := strings.Split(stdout.String(), end), strings.Split(stderr.String(), end)
	answers := make([][]any, len(blocks))
	for i := range blocks {
		answers[i] = documents(t, shown[i]+out[i])
	}
	if t.Failed() {
		t.Fatalf("answers:\n%s\n%s", stdout.String(), stderr.String())
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("answers:\n%s\n%s", stdout.String(), stderr.String())
		}
	})

	list, invited, accepted, suspended, events := answers[1], answers[2], answers[3], answers[4], answers[5]
	expect := func(what string, got, want any) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	expect("users in the list", dig(list, 0, "data", "users", "pageInfo", "hasNextPage"), true)
	if n, ok := dig(list, 0, "data", "users", "totalCount").(float64); !ok || n < 1000 {
		t.Errorf("totalCount: %v", dig(list, 0, "data", "users", "totalCount"))
	}
	expect("status of a listed user", dig(list, 0, "data", "users", "nodes", 2, "status"), "ACTIVE")
	for i, want := range []string{"INVITED", "SKIPPED_DISPOSABLE_EMAIL", "SKIPPED_EXISTING_USER"} {
		expect("outcome", dig(invited, 0, "data", "invitationsCreate", "results", i, "outcome"), want)
	}
	expect("masked address", dig(accepted, 0, "data", "invitationPreview", "maskedEmail"), "n***@demo.test")
	if id, ok := dig(accepted, 1, "data", "invitationAccept", "userId").(string); !ok || !strings.HasPrefix(id, "user_") {
		t.Errorf("userId: %v", id)
	}
	expect("name of the new user", dig(suspended, 0, "data", "users", "nodes", 0, "displayName"), "Nova Quill")
	expect("status of the new user", dig(suspended, 0, "data", "users", "nodes", 0, "status"), "ACTIVE")
	expect("status after suspending", dig(suspended, 1, "data", "userSuspend", "user", "status"), "SUSPENDED")
	expect("refusal of the sign-in", dig(suspended, 2, "data", "sessionCreate", "errors", 0, "code"), "ACCOUNT_SUSPENDED")
	expect("token of a suspended user", dig(suspended, 2, "data", "sessionCreate", "token"), nil)
	business := answers[6]
	expect("balance of a new customer", dig(business, 0, "data", "organizationCreate", "organization", "creditBalance"), "500")
	expect("state of a listed customer", dig(business, 1, "data", "organizations", "nodes", 2, "status"), "ACTIVE")
	expect("currency of an invoice", dig(business, 1, "data", "invoices", "nodes", 1, "currency"), "EUR")
	actions := map[any]any{}
	nodes, _ := dig(events, 0, "data", "auditEvents", "nodes").([]any)
	for i := range nodes {
		actions[dig(nodes, i, "action")] = dig(nodes, i, "reason")
	}
	expect("reason in the audit log", actions["user.suspended"], "Back in spring")
	if _, there := actions["user.activated"]; !there {
		t.Errorf("no user.activated in the audit log: %v", actions)
	}
}

// documents reads answers that stand one after the other.
func documents(t *testing.T, text string) (all []any) {
	t.Helper()
	for d := json.NewDecoder(strings.NewReader(text)); d.More(); {
		var v any
		if err := d.Decode(&v); err != nil {
			t.Errorf("%v in\n%s", err, text)
			return all
		}
		all = append(all, v)
	}
	return all
}
