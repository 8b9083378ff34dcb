package session

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/user"
	"tenantry/internal/fault"
)

// ViewerOf answers the viewer that a user is at this moment, without a
// session: for work he asked for that runs later. It is UNAUTHENTICATED for
// whom no session would be opened: suspended, deleted, not activated, or shut
// out of his organizations. Nothing is cached.
func (s *Service) ViewerOf(ctx context.Context, resellerID, userID uuid.UUID) (*authz.Viewer, error) {
	var p person
	err := s.cfg.DB.Write.QueryRowContext(ctx, `SELECT `+personColumns+` FROM `+personTables+`
		WHERE u.reseller_id = $1 AND u.id = $2`, resellerID, userID).Scan(p.columns()...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, errGone()
	}
	if err != nil {
		return nil, fmt.Errorf("read user %s: %w", userID, err)
	}
	if p.status != user.StatusACTIVE || !p.organizationsActive() {
		return nil, errGone()
	}
	g, err := loadGrants(ctx, s.cfg.DB.Write, &p)
	if err != nil {
		return nil, err
	}
	if g.shutOut(&p) {
		return nil, errGone()
	}
	v, _ := g.viewer(&p, uuid.Nil, s.now())
	// What asks for a proof asked for it when the work was ordered; the work may
	// take longer than a proof holds.
	v.ProvenAt = s.now()
	return v, nil
}

// VisitorOf is ViewerOf for work that was asked for in a session that staff
// opened: it is UNAUTHENTICATED as well when that visit is over, or when its
// actor may not be there any more.
func (s *Service) VisitorOf(ctx context.Context, resellerID, userID, impersonationID uuid.UUID) (*authz.Viewer, error) {
	var p person
	err := s.cfg.DB.Write.QueryRowContext(ctx, `SELECT `+personColumns+` FROM `+personTables+`
		WHERE u.reseller_id = $1 AND u.id = $2`, resellerID, userID).Scan(p.columns()...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, errGone()
	}
	if err != nil {
		return nil, fmt.Errorf("read user %s: %w", userID, err)
	}
	k, err := s.hold(ctx, &p, uuid.Nil, true, uuid.NullUUID{UUID: impersonationID, Valid: true}, s.now())
	if errors.Is(err, errNoSession) {
		return nil, errGone()
	}
	if err != nil {
		return nil, err
	}
	return k.viewer, nil
}

func errGone() error {
	return fault.New(fault.Unauthenticated, "The user can no longer sign in.")
}
