package session

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/impersonation"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// entered is who of the reseller's staff is really at the keyboard of a
// session, and where.
type entered struct {
	as             authz.Impersonation
	organizationID uuid.UUID
	accountID      uuid.UUID
	actor          *authz.Viewer // in his own session
}

// errOwnSession is the answer to what nobody does in a stranger's name.
func errOwnSession() error {
	return fault.New(fault.Impersonated, "This is for the account's own people: leave with loginAsEnd first.")
}

// loadEntered reads who is behind a session that was opened for an
// impersonation, in three statements, and tells until when his roles stay as
// they are; errNoSession when it has ended, or when he cannot sign in.
func (s *Service) loadEntered(ctx context.Context, reseller, id uuid.UUID, now time.Time) (_ *entered, change time.Time, err error) {
	var (
		e                        = entered{as: authz.Impersonation{ID: id}}
		status                   impersonation.Status
		actorSession             uuid.UUID
		actorRevoked             bool
		actorExpires, expires    time.Time
		actorProven              time.Time
		actorFactor              bool
		mode                     authz.LoginAsMode
		actor                    person
		name, email, reason, org = &e.as.ActorName, &e.as.ActorEmail, &e.as.Reason, &e.organizationID
	)
	err = s.cfg.DB.Write.QueryRowContext(ctx, `
		SELECT i.organization_id, i.account_id, i.actor_id, i.actor_name, i.actor_email, i.mode, i.reason, i.status, i.expires_at,
			s.id, s.revoked_at IS NOT NULL, s.expires_at, s.proven_at, s.two_factor, `+personColumns+`
		FROM impersonations i JOIN sessions s ON s.reseller_id = i.reseller_id AND s.id = i.actor_session_id, `+personTables+`
		WHERE i.reseller_id = $1 AND i.id = $2 AND u.reseller_id = $1 AND u.id = i.actor_id AND s.user_id = i.actor_id`, reseller, id).
		Scan(append([]any{org, &e.accountID, &e.as.ActorID, name, email, &mode, reason, &status, &expires,
			&actorSession, &actorRevoked, &actorExpires, &actorProven, &actorFactor}, actor.columns()...)...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, change, errNoSession
	}
	if err != nil {
		return nil, change, fmt.Errorf("read impersonation %s: %w", id, err)
	}
	if status != impersonation.StatusACTIVE || !now.Before(expires) || actorRevoked || !now.Before(actorExpires) || !actor.inOffice() {
		return nil, change, errNoSession
	}
	g, err := loadGrants(ctx, s.cfg.DB.Write, &actor)
	if err != nil {
		return nil, change, err
	}
	e.as.Mode, e.as.ExpiresAt = mode, expires
	e.actor, change = g.viewer(&actor, actorSession, now)
	e.actor.ProvenAt, e.actor.TwoFactor = actorProven, actorFactor
	return &e, change, nil
}

// inOffice tells one of the reseller's own people who may sign in.
func (p *person) inOffice() bool { return p.staff() && p.status == "ACTIVE" && p.organizationsActive() }

// mayStay tells whether the actor may still be where he is, as the user as he
// is now.
func (s *Service) mayStay(e *entered, as *authz.Viewer) bool {
	a := s.cfg.Authorizer
	if a == nil {
		return false
	}
	at := authz.OrganizationTarget{ID: e.organizationID, AccountID: e.accountID, Kind: "CUSTOMER", Status: "ACTIVE"}
	return a.LoginAs(e.actor, e.as.Mode, at).OK() && a.LoginAsReaches(e.actor, e.as.Mode, as).OK()
}

// lapse writes down that an impersonation has ended because somebody lost what
// it takes, so that it does not come back with it. That it fails does not
// matter to the request, which is refused; the next one tries again.
func (s *Service) lapse(ctx context.Context, reseller, id uuid.UUID) {
	ctx, cancel := context.WithTimeout(database.WithReseller(context.WithoutCancel(ctx), reseller), touchTimeout)
	defer cancel()
	err := s.cfg.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		_, err := s.EndImpersonations(ctx, tx, impersonation.EndReasonRIGHTS, nil, impersonation.ID(id))
		return err
	})
	if err != nil {
		s.cfg.Log.WarnContext(ctx, "cannot end an impersonation", "impersonation", id, "error", err)
	}
}
