package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
)

// together sends one operation several times at once.
func (a *api) together(n int, as, query string) []string {
	a.Helper()
	var wait sync.WaitGroup
	answers := make([]*httptest.ResponseRecorder, n)
	for i := range n {
		wait.Go(func() { answers[i] = a.do(as, query, nil) })
	}
	wait.Wait()
	bodies := make([]string, n)
	for i, w := range answers {
		bodies[i] = w.Body.String()
	}
	return bodies
}

// Of rotations at once each answers a secret of its own, and the endpoint is left
// with the last of them.
func TestWebhookSecretsRotateOneByOne(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	const rotate = `mutation { webhookEndpointSecretRotate(id: "%s") { secret webhookEndpoint { secretVersion } errors { code } } }`
	seen := map[string]int{}
	for _, body := range a.together(4, "webhooks.admin", fmt.Sprintf(rotate, a.names["whk.harbor"])) {
		var answer struct {
			Data struct {
				WebhookEndpointSecretRotate struct {
					Secret          string
					WebhookEndpoint struct{ SecretVersion int }
				}
			}
		}
		if err := json.Unmarshal([]byte(body), &answer); err != nil || answer.Data.WebhookEndpointSecretRotate.Secret == "" {
			t.Fatalf("%v: %s", err, body)
		}
		r := answer.Data.WebhookEndpointSecretRotate
		seen[r.Secret] = r.WebhookEndpoint.SecretVersion
	}
	var versions []int
	for _, version := range seen {
		versions = append(versions, version)
	}
	slices.Sort(versions)
	if !slices.Equal(versions, []int{2, 3, 4, 5}) {
		t.Errorf("secrets of versions %v", versions)
	}
}

// A key of an organization's model, a name of a storage account, and the one row
// of the API service are made once, however many try at once.
func TestUniqueKeysAreTakenOnce(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	for query, field := range map[string]string{
		`mutation { customModelCreate(input: {organizationId: "%s", key: "one", name: "One", task: EXTRACTION}) { customModel { id } errors { code } } }`:                    "customModel",
		`mutation { storageAccountCreate(input: {organizationId: "%s", name: "One", region: EU_WEST, quotaBytes: "1073741824"}) { storageAccount { id } errors { code } } }`: "storageAccount",
	} {
		made, taken := 0, 0
		for _, body := range a.together(4, "admin", fmt.Sprintf(query, a.names["org.harbor"])) {
			switch {
			case strings.Contains(body, `"TAKEN"`):
				taken++
			case strings.Contains(body, `"errors":[]`) && !strings.Contains(body, `"`+field+`":null`):
				made++
			}
		}
		if made != 1 || taken != 3 {
			t.Errorf("%s: %d made, %d taken", field, made, taken)
		}
	}
	for _, body := range a.together(4, "webhooks.admin", `mutation { apiServiceConfigure(input: {maxKeyDays: 30}) { apiService { version } errors { code } } }`) {
		if !strings.Contains(body, `"version":1`) {
			t.Errorf("the API service: %s", body)
		}
	}
}

// A repeated key of a request makes one thing, also at once, and shows its secret
// to one caller alone.
func TestSecretsAreShownOnce(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	const create = `mutation { apiCredentialCreate(input: {organizationId: "%s", name: "One", roleIds: ["%s"], idempotencyKey: "one"}) { apiCredential { id } secret errors { code } } }`
	shown, ids := 0, map[string]bool{}
	for _, body := range a.together(4, "admin", fmt.Sprintf(create, a.names["org.harbor"], a.names["role.agent"])) {
		if strings.Contains(body, `"secret":"tntk_`) {
			shown++
		}
		_, after, ok := strings.Cut(body, `"id":"`)
		if !ok {
			t.Fatal(body)
		}
		ids[after[:30]] = true
	}
	if shown != 1 || len(ids) != 1 {
		t.Errorf("shown %d times, %d keys", shown, len(ids))
	}
}

// TestKeyOrRole: when a key is to hold a role that is deleted at the same
// moment, the key is not made or the role stays.
func TestKeyOrRole(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	one := func(what, query string) string {
		body := a.do("admin", query, nil).Body.String()
		_, after, ok := strings.Cut(body, `"id":"`)
		if !ok {
			t.Fatalf("%s: %s", what, body)
		}
		id, _, _ := strings.Cut(after, `"`)
		return id
	}
	made := 0
	for i := range 30 {
		role := one("role", fmt.Sprintf(`mutation { roleCreate(input: {organizationId: "%s", name: "Passing %d", permissions: [TENANT_USER_READ]}) { role { id } } }`, a.names["org.root"], i))
		var key, gone string
		var wait sync.WaitGroup
		wait.Go(func() {
			key = a.do("admin", fmt.Sprintf(`mutation { apiCredentialCreate(input: {organizationId: "%s", name: "Passing %d", roleIds: ["%s"]}) { apiCredential { id } errors { code } } }`, a.names["org.harbor"], i, role), nil).Body.String()
		})
		wait.Go(func() {
			gone = a.do("admin", fmt.Sprintf(`mutation { roleDelete(id: "%s") { deletedId errors { code } } }`, role), nil).Body.String()
		})
		wait.Wait()
		holds, deleted := strings.Contains(key, `"apiCredential":{`), strings.Contains(gone, `"deletedId":"`+role)
		if holds == deleted {
			t.Fatalf("the key is made: %t, the role is deleted: %t\n%s\n%s", holds, deleted, key, gone)
		}
		if holds {
			made++
		}
	}
	t.Logf("%d keys were made, the other roles deleted", made)
}
