package export

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"time"

	"github.com/google/uuid"

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

// Download is the link to the file of a job; nil when there is none.
func (s *Service) Download(j *db.Job) *Link {
	now := s.now()
	if !available(j, now) {
		return nil
	}
	until := now.Add(LinkTTL)
	if j.ExpiresAt.Before(until) {
		until = *j.ExpiresAt
	}
	until = until.Truncate(time.Second)
	return &Link{URL: s.PublicURL + Path + s.token(grant{j.ResellerID, j.ID, until}), ExpiresAt: until}
}

func available(j *db.Job, now time.Time) bool {
	return (j.Kind == job.KindEXPORT || j.Kind == job.KindREPORT) && j.Status == job.StatusSUCCEEDED && j.ExpiresAt != nil && now.Before(*j.ExpiresAt)
}

// grant is what a token says.
type grant struct {
	reseller, job uuid.UUID
	until         time.Time // exact to the second
}

const (
	grantBytes = 16 + 16 + 8
	tokenBytes = grantBytes + sha256.Size
)

// token signs a grant.
func (s *Service) token(g grant) string {
	b := make([]byte, 0, tokenBytes)
	b = append(append(b, g.reseller[:]...), g.job[:]...)
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
	g.until = time.Unix(int64(binary.BigEndian.Uint64(b[32:])), 0) //nolint:gosec // we wrote it
	return g, true
}

// sign is bound to its purpose, for the secret has others.
func (s *Service) sign(b []byte) []byte {
	mac := hmac.New(sha256.New, s.Secret)
	mac.Write([]byte("tenantry download 1\x00"))
	mac.Write(b)
	return mac.Sum(nil)
}
