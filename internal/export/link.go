package export

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
)

// Path is where files are fetched, with the token of a link behind it.
const Path = "/downloads/"

// Link opens a file for some time, for whoever has it.
type Link struct {
	URL       string
	ExpiresAt time.Time
}

// Download is the link to the file of a job for its owner; nil when there is
// none, or he may no longer have such files. What is linked to in a visit of staff ends with the visit, and what was
// made in one is linked to in that visit alone.
func (s *Service) Download(v *authz.Viewer, j *db.Job) *Link {
	now, visit := s.now(), visitOf(v)
	if !available(j, now) || !s.still(v, j) || j.ImpersonationID != nil && (visit == nil || *visit != *j.ImpersonationID) {
		return nil
	}
	until := now.Add(LinkTTL)
	if j.ExpiresAt.Before(until) {
		until = *j.ExpiresAt
	}
	until = until.Truncate(time.Second)
	return &Link{URL: s.PublicURL + Path + s.token(newGrant(j, visit, until)), ExpiresAt: until}
}

func available(j *db.Job, now time.Time) bool {
	return (j.Kind == job.KindEXPORT || j.Kind == job.KindREPORT) && j.Status == job.StatusSUCCEEDED && j.ExpiresAt != nil && now.Before(*j.ExpiresAt)
}

// still reports whether a viewer may have such a file now: what he made while
// he was allowed to he keeps only as long as he is.
func (s *Service) still(v *authz.Viewer, j *db.Job) bool {
	var asked stored
	return json.Unmarshal(j.Input, &asked) == nil && s.source(j.Kind, asked.Name).Allowed(v)
}

// grant is what a token says.
type grant struct {
	reseller, job uuid.UUID
	visit         uuid.UUID // in whose session the link was made; nil: the owner's own
	until         time.Time // exact to the second
}

func newGrant(j *db.Job, visit *uuid.UUID, until time.Time) grant {
	g := grant{reseller: j.ResellerID, job: j.ID, until: until}
	if visit != nil {
		g.visit = *visit
	}
	return g
}

// by is the visit of a grant; nil when it was made in the owner's own session.
func (g grant) by() *uuid.UUID {
	if g.visit == uuid.Nil {
		return nil
	}
	return &g.visit
}

const (
	grantBytes = 16 + 16 + 16 + 8
	tokenBytes = grantBytes + sha256.Size
)

// token signs a grant.
func (s *Service) token(g grant) string {
	b := make([]byte, 0, tokenBytes)
	b = append(append(append(b, g.reseller[:]...), g.job[:]...), g.visit[:]...)
	b = binary.BigEndian.AppendUint64(b, uint64(g.until.Unix())) //nolint:gosec // after 1970
	return base64.RawURLEncoding.EncodeToString(append(b, s.sign(b)...))
}

// parse reads a token of ours; whether it is still good, the caller decides.
func (s *Service) parse(token string) (g grant, ok bool) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(token)
	if err != nil || len(b) != tokenBytes || !hmac.Equal(b[grantBytes:], s.sign(b[:grantBytes])) {
		return g, false
	}
	copy(g.reseller[:], b)
	copy(g.job[:], b[16:])
	copy(g.visit[:], b[32:])
	g.until = time.Unix(int64(binary.BigEndian.Uint64(b[48:])), 0) //nolint:gosec // we wrote it
	return g, true
}

// sign is bound to its purpose, for the secret has others.
func (s *Service) sign(b []byte) []byte {
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte("tenantry download 2\x00"))
	mac.Write(b)
	return mac.Sum(nil)
}
