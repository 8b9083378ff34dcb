package export

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
)

func TestLinks(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	allowed := true
	reports := Source{Allowed: func(*authz.Viewer) bool { return allowed }}
	s := &Service{Reports: reports, Secret: bytes.Repeat([]byte("s"), 32), PublicURL: "https://portal.test", Now: func() time.Time { return now }}
	expires := now.Add(20 * time.Minute)
	j := &db.Job{ID: uuid.New(), ResellerID: uuid.New(), Kind: job.KindREPORT, Input: []byte("{}"), Status: job.StatusSUCCEEDED, ExpiresAt: &expires}
	link := s.Download(nil, j)
	if link == nil || !link.ExpiresAt.Equal(expires) {
		t.Fatalf("%+v, want until %s", link, expires)
	}
	token, ok := strings.CutPrefix(link.URL, "https://portal.test/downloads/")
	g, good := s.parse(token)
	if !ok || !good || g.job != j.ID || g.reseller != j.ResellerID || !g.until.Equal(expires) {
		t.Errorf("%s was read as %+v, %v", link.URL, g, good)
	}
	other := &Service{Secret: bytes.Repeat([]byte("t"), 32)}
	forged := []byte(token)
	forged[3] ^= 1
	for _, bad := range []string{"", "x", token[:len(token)-1], token + "A", string(forged), other.token(g)} {
		if _, ok := s.parse(bad); ok {
			t.Errorf("%q was taken", bad)
		}
	}
	later := now.Add(2 * time.Hour)
	j.ExpiresAt = &later
	if link := s.Download(nil, j); !link.ExpiresAt.Equal(now.Add(time.Hour)) {
		t.Errorf("a link until %s", link.ExpiresAt)
	}
	for _, change := range []func(*db.Job){
		func(j *db.Job) { j.Status = job.StatusRUNNING }, func(j *db.Job) { j.Kind = job.KindUSERS_IMPORT },
		func(j *db.Job) { j.ExpiresAt = nil }, func(j *db.Job) { j.ExpiresAt = &now },
	} {
		gone := *j
		if change(&gone); s.Download(nil, &gone) != nil {
			t.Errorf("a link to %+v", gone)
		}
	}
	if allowed = false; s.Download(nil, j) != nil {
		t.Error("a link for who may no longer have reports")
	}
}
