package impersonation

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	entity "tenantry/ent/db/impersonation"
	"tenantry/ent/db/organization"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/rule"
)

// New asks to enter a customer's portal.
type New struct {
	OrganizationID uuid.UUID
	UserID         *uuid.UUID // nil: the first active administrator
	Mode           entity.Mode
	Reason         string
	Minutes        int
	IdempotencyKey *string
}

// Begun is an impersonation, with the token of its session when that was opened
// just now.
type Begun struct {
	Impersonation *db.Impersonation
	Token         string
}

const (
	pathOrganization = "input.organizationId"
	pathUser         = "input.userId"
)

// LoginAs enters a customer's portal at once, or asks the customer first, after
// the consent of the account. Refusals: NOT_FOUND, REQUIRED, TOO_LONG, INVALID,
// FORBIDDEN, WRONG_STATE, CONSENT_REQUIRED, LIMIT_REACHED,
// IDEMPOTENCY_KEY_REUSED. [002]
func (s *Service) LoginAs(ctx context.Context, in New) (begun Begun, err error) {
	v, err := own(ctx)
	if err != nil {
		return Begun{}, err
	}
	var errs fault.Refusals
	if in.Reason = rule.Clean(&errs, "input.reason", in.Reason, rule.MaxReason); in.Reason == "" && !errs.At("input.reason") {
		errs.Add(fault.Required, "input.reason", "Say why; the customer reads it.")
	}
	if in.Minutes < 1 || in.Minutes > MaxMinutes {
		errs.Add(fault.Invalid, "input.minutes", "It lasts from 1 to %d minutes.", MaxMinutes)
	}
	key := rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	if err := errs.Err(); err != nil {
		return Begun{}, err
	}
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		begun = Begun{}
		org, account, err := s.place(ctx, tx, v, in.OrganizationID, authz.LoginAsMode(in.Mode), pathOrganization)
		if err != nil {
			return err
		}
		id, err := rule.Once(ctx, tx, s.Now(), "loginAs", key, in, func() (uuid.UUID, error) {
			begun, err = s.insert(ctx, tx, v, in, org, account)
			if err != nil {
				return uuid.Nil, err
			}
			return begun.Impersonation.ID, nil
		})
		if err != nil {
			return err
		}
		begun.Impersonation, err = tx.Client.Impersonation.Query().Where(entity.ID(id)).Only(ctx)
		return err
	})
	if err != nil {
		return Begun{}, err
	}
	s.counted(begun)
	return begun, nil
}

// place decides whether the viewer may enter an organization at all, and keeps
// its account as it is: what is asked there at one time happens in turn.
func (s *Service) place(ctx context.Context, tx *database.Tx, v *authz.Viewer, id uuid.UUID, mode authz.LoginAsMode, path string) (org, account *db.Organization, err error) {
	org, err = tx.Client.Organization.Query().Where(organization.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil, fault.Refuse(fault.Missing, path, "There is no such organization.")
	} else if err != nil {
		return nil, nil, fmt.Errorf("read organization %s: %w", id, err)
	}
	if err := rule.Deny(s.Authorizer.LoginAs(v, mode, placeOf(org)), path); err != nil {
		return nil, nil, err
	}
	account, err = tx.Client.Organization.Query().Where(organization.ID(org.AccountID)).ForUpdate().Only(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read account %s: %w", org.AccountID, err)
	}
	if err := rule.Deny(s.Authorizer.LoginAs(v, mode, placeOf(account)), path); err != nil {
		return nil, nil, err
	}
	return org, account, nil
}

func placeOf(o *db.Organization) authz.OrganizationTarget {
	return authz.OrganizationTarget{ID: o.ID, AccountID: o.AccountID, Kind: string(o.Kind), Status: string(o.Status)}
}

func (s *Service) insert(ctx context.Context, tx *database.Tx, v *authz.Viewer, in New, org, account *db.Organization) (begun Begun, err error) {
	if account.LoginAsConsent == organization.LoginAsConsentNEVER {
		return Begun{}, noConsent(pathOrganization)
	}
	now := s.Now()
	target, err := s.target(ctx, tx, v, in, org)
	if err != nil {
		return Begun{}, err
	}
	if account.LoginAsConsent == organization.LoginAsConsentASK {
		if begun.Impersonation, err = asked(ctx, tx, v, in, target, now); begun.Impersonation != nil || err != nil {
			return begun, err
		}
	}
	open, err := tx.Client.Impersonation.Query().Where(entity.ActorID(v.UserID), entity.ExpiresAtGT(now),
		entity.StatusIn(entity.StatusREQUESTED, entity.StatusAPPROVED, entity.StatusACTIVE)).Count(ctx)
	if err != nil {
		return Begun{}, fmt.Errorf("count impersonations of user %s: %w", v.UserID, err)
	}
	if open >= MaxOpen {
		return Begun{}, fault.Refuse(fault.LimitReached, "", "You have %d open at the moment. End some first.", open)
	}
	insert := tx.Client.Impersonation.Create().SetID(schema.NewID()).SetAccountID(org.AccountID).SetOrganizationID(org.ID).
		SetActorID(v.UserID).SetActorName(v.DisplayName).SetActorEmail(v.Email).SetUserID(target.UserID).
		SetMode(in.Mode).SetReason(in.Reason).SetMinutes(in.Minutes).SetCreatedAt(now)
	if account.LoginAsConsent == organization.LoginAsConsentALWAYS {
		insert.SetConsent(entity.ConsentALWAYS).SetStatus(entity.StatusACTIVE).SetActorSessionID(v.SessionID).
			SetStartedAt(now).SetExpiresAt(now.Add(time.Duration(in.Minutes) * time.Minute))
	} else {
		insert.SetConsent(entity.ConsentASK).SetStatus(entity.StatusREQUESTED).SetExpiresAt(now.Add(DecideWithin))
	}
	if begun.Impersonation, err = insert.Save(ctx); err != nil {
		return Begun{}, fmt.Errorf("write impersonation: %w", err)
	}
	if begun.Impersonation.Status == entity.StatusACTIVE {
		begun.Token, err = s.begin(ctx, tx, begun.Impersonation, target)
		return begun, err
	}
	if err := audit.Record(ctx, tx, s.startEvent(begun.Impersonation, "requested", target)); err != nil {
		return Begun{}, err
	}
	return begun, s.mailAsked(ctx, tx, begun.Impersonation)
}

// asked is the same request when it waits for the customer's word already, nil
// when there is none: a second click gives the customer nothing to decide twice.
func asked(ctx context.Context, tx *database.Tx, v *authz.Viewer, in New, target *authz.Viewer, now time.Time) (*db.Impersonation, error) {
	same, err := tx.Client.Impersonation.Query().Where(
		entity.ActorID(v.UserID), entity.OrganizationID(in.OrganizationID), entity.UserID(target.UserID), entity.ModeEQ(in.Mode),
		entity.Reason(in.Reason), entity.Minutes(in.Minutes), entity.StatusEQ(entity.StatusREQUESTED), entity.ExpiresAtGT(now)).First(ctx)
	if err != nil && !db.IsNotFound(err) {
		return nil, fmt.Errorf("look for a request of user %s: %w", v.UserID, err)
	}
	return same, nil
}

// begin opens the session of an impersonation that is ACTIVE as of now, and
// tells the customer.
func (s *Service) begin(ctx context.Context, tx *database.Tx, i *db.Impersonation, target *authz.Viewer) (token string, err error) {
	if token, err = s.Sessions.OpenAs(ctx, tx, i); err != nil {
		return "", err
	}
	if err := audit.Record(ctx, tx, s.startEvent(i, "started", target)); err != nil {
		return "", err
	}
	return token, s.mailStarted(ctx, tx, i)
}

func (s *Service) startEvent(i *db.Impersonation, action string, target *authz.Viewer) audit.Event {
	e := s.event(i, action, target.DisplayName)
	e.UserID, e.Reason = target.UserID, &i.Reason
	e.Changes = append(audit.Text("mode", "", string(i.Mode)), audit.Text("minutes", "", strconv.Itoa(i.Minutes))...)
	return e
}

func noConsent(path string) error {
	return fault.Refuse(fault.ConsentRequired, path, "The account lets nobody in.")
}

// Start begins what the customer has approved. Refusals: NOT_FOUND, FORBIDDEN,
// WRONG_STATE, CONSENT_REQUIRED. [002]
func (s *Service) Start(ctx context.Context, id uuid.UUID) (begun Begun, err error) {
	v, err := own(ctx)
	if err != nil {
		return Begun{}, err
	}
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		i, err := s.find(ctx, tx, v, authz.ImpersonationActionStart, id)
		if err != nil {
			return err
		}
		_, account, err := s.place(ctx, tx, v, i.OrganizationID, authz.LoginAsMode(i.Mode), "id")
		if err != nil {
			return err
		}
		if account.LoginAsConsent == organization.LoginAsConsentNEVER {
			return noConsent("id")
		}
		target, err := s.Sessions.LockUser(ctx, tx, v.ResellerID, i.UserID, "id")
		if err != nil {
			return err
		}
		if err := rule.Deny(s.Authorizer.LoginAsReaches(v, authz.LoginAsMode(i.Mode), target), "id"); err != nil {
			return err
		}
		now := s.Now()
		n, err := tx.Client.Impersonation.Update().
			Where(entity.ID(id), entity.StatusEQ(entity.StatusAPPROVED), entity.ExpiresAtGT(now)).
			SetStatus(entity.StatusACTIVE).SetActorSessionID(v.SessionID).SetStartedAt(now).
			SetExpiresAt(now.Add(time.Duration(i.Minutes) * time.Minute)).Save(ctx)
		if err != nil {
			return fmt.Errorf("start impersonation %s: %w", id, err)
		}
		if n == 0 {
			return fault.Refuse(fault.WrongState, "id", "This is not possible any more, or not yet.")
		}
		if begun.Impersonation, err = tx.Client.Impersonation.Query().Where(entity.ID(id)).Only(ctx); err != nil {
			return fmt.Errorf("read impersonation %s: %w", id, err)
		}
		begun.Token, err = s.begin(ctx, tx, begun.Impersonation, target)
		return err
	})
	if err != nil {
		return Begun{}, err
	}
	s.counted(begun)
	return begun, nil
}

// find reads an impersonation and decides whether the viewer may take an action
// on it.
func (s *Service) find(ctx context.Context, tx *database.Tx, v *authz.Viewer, action authz.ImpersonationAction, id uuid.UUID) (*db.Impersonation, error) {
	i, err := tx.Client.Impersonation.Query().Where(entity.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, fault.Refuse(fault.Missing, "id", "There is no such impersonation.")
	} else if err != nil {
		return nil, fmt.Errorf("read impersonation %s: %w", id, err)
	}
	return i, rule.Deny(s.Authorizer.Impersonation(v, action, Target(i, s.Now())), "id")
}

// counted tells the counter of a session that began.
func (s *Service) counted(begun Begun) {
	if s.Count != nil && begun.Token != "" {
		s.Count("login_as."+strings.ToLower(string(begun.Impersonation.Mode)), 1)
	}
}
