// Package partner answers which other systems work with an organization: the
// addresses that are told of its events, the keys of programs, and how the API
// answers those. All of it is records: nothing is delivered here, and nobody
// signs in.
package partner

import (
	"context"
	"io"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"tenantry/authz"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Service carries out the changes. All fields are required.
type Service struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	// Selection says what is wrong with a document that names the fields of an
	// event; empty: nothing.
	Selection func(document string) (wrong string)
	Secret    []byte    // at least 32 bytes; the secrets of endpoints are derived from it
	Random    io.Reader // where keys come from
	Now       func() time.Time
}

// now is the clock in the exactness the database keeps.
func (s *Service) now() time.Time { return s.Now().UTC().Truncate(time.Microsecond) }

// viewer is who is signed in.
func viewer(ctx context.Context) (*authz.Viewer, error) {
	if v := authz.FromContext(ctx); v != nil {
		return v, nil
	}
	return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
}

// made is what a creating change keeps for a repetition of its request.
type made struct{ ID uuid.UUID }

// texts is a list as a column holds it, never null.
func texts(list []string) pq.StringArray { return append(pq.StringArray{}, list...) }

// same reports whether two lists hold the same in the same order.
func same(a []string, b pq.StringArray) bool { return slices.Equal(a, []string(b)) }
