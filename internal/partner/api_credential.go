package partner

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/apicredential"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// Limits of API keys.
const (
	maxKeys       = 100 // of one organization that are not revoked
	maxRoles      = 20
	maxOperations = 100
)

// NewCredential is an API key to make.
type NewCredential struct {
	OrganizationID uuid.UUID
	Name           string
	Roles          []uuid.UUID
	Operations     []string
	CostPerMinute  *int
	ExpiresAt      *time.Time
	IdempotencyKey *string
}

// CredentialPatch changes an API key; nil leaves a property as it is.
type CredentialPatch struct {
	ExpectedVersion *int
	Name            *string
	Operations      *[]string // to nil: all its roles allow
	CostPerMinute   rule.Set[int]
	ExpiresAt       rule.Set[time.Time]
}

// CredentialStatus is the state of a key at an instant: ACTIVE, EXPIRED or
// REVOKED.
func CredentialStatus(c *db.APICredential, now time.Time) string {
	switch {
	case c.RevokedAt != nil:
		return "REVOKED"
	case c.ExpiresAt != nil && !now.Before(*c.ExpiresAt):
		return "EXPIRED"
	}
	return "ACTIVE"
}

// CredentialCreate makes an API key and answers it; it is not shown again, and a
// repeated request has none. Refusals: NOT_FOUND, WRONG_STATE, FEATURE_DISABLED,
// REQUIRED, INVALID, TOO_LONG, DUPLICATE, ROLE_OUT_OF_SCOPE, ROLE_CONFLICT,
// LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED. [001]
func (s *Service) CredentialCreate(ctx context.Context, in NewCredential) (_ *db.APICredential, secret *string, _ error) {
	v, err := viewer(ctx)
	if err != nil {
		return nil, nil, err
	}
	var errs fault.Refusals
	in.Name = rule.Name(&errs, "input.name", in.Name, rule.MaxName)
	in.Operations = judgeOperations(&errs, in.Operations)
	in.ExpiresAt = s.judgeEnd(&errs, in.ExpiresAt)
	in.IdempotencyKey = rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	switch {
	case len(in.Roles) == 0:
		errs.Add(fault.Required, "input.roleIds", "Name one role at least.")
	case len(in.Roles) > maxRoles:
		errs.Add(fault.LimitReached, "input.roleIds", "At most %d roles can be held.", maxRoles)
		in.Roles = nil
	}
	var created *db.APICredential
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		secret = nil
		place, err := rule.LockPlace(ctx, tx, in.OrganizationID)
		if err != nil {
			return err
		}
		if err := rule.Deny(s.Authorizer.APICredentialCreate(v, place.Target()), "input.organizationId"); err != nil {
			return err
		}
		if len(errs) > 0 { // with what takes a look at what is there
			all := slices.Clone(errs)
			if _, err := s.judgeCredential(ctx, tx, &all, v, place, in); err != nil {
				return err
			}
			return all
		}
		done, err := rule.Once(ctx, tx, s.now(), "apiCredentialCreate", in.IdempotencyKey, in, func() (made, error) {
			id, key, err := s.insertCredential(ctx, tx, v, place, in)
			secret = &key
			return made{id}, err
		})
		if err != nil {
			return err
		}
		created, err = tx.Client.APICredential.Query().Where(apicredential.ID(done.ID)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "input.idempotencyKey", "The key that was made with this key is gone.")
		}
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	return created, secret, nil
}

// terms are what a key gets that was looked up.
type terms struct {
	roles, names []string
	cost         int
}

// judgeCredential collects what is there against a key.
func (s *Service) judgeCredential(ctx context.Context, tx *database.Tx, errs *fault.Refusals, v *authz.Viewer, place *rule.Place, in NewCredential) (t terms, _ error) {
	org := place.Organization
	if err := place.Needs(ctx, tx, feature.APIAccess, "input.organizationId"); err != nil {
		return t, errs.Collect(err)
	}
	service, err := APIService(ctx, tx.Client)
	if err != nil {
		return t, err
	}
	var more fault.Refusals
	if t.roles, t.names, err = s.judgeRoles(ctx, tx, &more, v, org, in.Roles); err != nil {
		return t, err
	}
	t.cost = judgeCost(&more, service, in.CostPerMinute)
	judgeLife(&more, service, s.now(), in.ExpiresAt)
	count, err := tx.Client.APICredential.Query().Where(apicredential.OrganizationID(org.ID), apicredential.RevokedAtIsNil()).Count(ctx)
	if err != nil {
		return t, fmt.Errorf("count API keys of organization %s: %w", org.ID, err)
	}
	if count >= maxKeys {
		more.Add(fault.LimitReached, "input.organizationId", "An organization has at most %d API keys.", maxKeys)
	}
	return t, errs.Collect(more.Err())
}

func (s *Service) insertCredential(ctx context.Context, tx *database.Tx, v *authz.Viewer, place *rule.Place, in NewCredential) (id uuid.UUID, key string, _ error) {
	id, now, org := schema.NewID(), s.now(), place.Organization
	var errs fault.Refusals
	t, err := s.judgeCredential(ctx, tx, &errs, v, place, in)
	if err == nil {
		err = errs.Err()
	}
	if err != nil {
		return id, "", err
	}
	key, prefix, hash, err := newKey(s.Random, org.ResellerID, id)
	if err != nil {
		return id, "", err
	}
	created, err := tx.Client.APICredential.Create().SetID(id).SetOrganizationID(org.ID).SetAccountID(org.AccountID).
		SetName(in.Name).SetSortName(rule.Fold(in.Name)).SetPrefix(prefix).SetKeyHash(hash).SetRoles(texts(t.roles)).
		SetOperations(texts(in.Operations)).SetCostPerMinute(t.cost).SetNillableExpiresAt(in.ExpiresAt).
		SetCreatedBy(v.UserID).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return id, "", fmt.Errorf("create API key: %w", err)
	}
	changes := slices.Concat(audit.Text("name", "", in.Name), audit.Text("prefix", "", prefix), audit.Text("roles", "", strings.Join(t.names, ", ")),
		audit.Text("operations", "", strings.Join(in.Operations, ", ")), audit.Text("costPerMinute", "", strconv.Itoa(t.cost)),
		audit.Text("expiresAt", "", instant(in.ExpiresAt)))
	return id, key, audit.Record(ctx, tx, credentialEvent(created, now, "created", changes))
}

// CredentialUpdate changes a key that is not revoked. Refusals: NOT_FOUND,
// WRONG_STATE, ROLE_OUT_OF_SCOPE, STALE, REQUIRED, INVALID, TOO_LONG, DUPLICATE,
// LIMIT_REACHED.
func (s *Service) CredentialUpdate(ctx context.Context, id uuid.UUID, p CredentialPatch) (*db.APICredential, error) {
	var errs fault.Refusals
	if p.Name != nil {
		p.Name = new(rule.Name(&errs, "input.name", *p.Name, rule.MaxName))
	}
	if p.Operations != nil {
		p.Operations = new(judgeOperations(&errs, *p.Operations))
	}
	p.ExpiresAt.Value = s.judgeEnd(&errs, p.ExpiresAt.Value)
	return s.changeCredential(ctx, authz.APICredentialActionUpdate, id, func(ctx context.Context, tx *database.Tx, c *db.APICredential) error {
		if err := rule.Stale(p.ExpectedVersion, c.Version, "input.expectedVersion"); err != nil {
			return err
		}
		return s.patchCredential(ctx, tx, c, p, slices.Clone(errs))
	})
}

func (s *Service) patchCredential(ctx context.Context, tx *database.Tx, c *db.APICredential, p CredentialPatch, errs fault.Refusals) error {
	service, err := APIService(ctx, tx.Client)
	if err != nil {
		return err
	}
	change := tx.Client.APICredential.Update().Where(apicredential.ID(c.ID))
	var changes []audit.Change
	if p.Name != nil {
		changes = append(changes, audit.Text("name", c.Name, *p.Name)...)
		change.SetName(*p.Name).SetSortName(rule.Fold(*p.Name))
	}
	if p.Operations != nil && !same(*p.Operations, c.Operations) {
		changes = append(changes, audit.Text("operations", strings.Join(c.Operations, ", "), strings.Join(*p.Operations, ", "))...)
		change.SetOperations(texts(*p.Operations))
	}
	if p.CostPerMinute.Given {
		cost := judgeCost(&errs, service, p.CostPerMinute.Value)
		changes = append(changes, audit.Text("costPerMinute", strconv.Itoa(c.CostPerMinute), strconv.Itoa(cost))...)
		change.SetCostPerMinute(cost)
	}
	if p.ExpiresAt.Given {
		var late fault.Refusals
		judgeLife(&late, service, c.CreatedAt, p.ExpiresAt.Value)
		changes = append(changes, audit.Text("expiresAt", instant(c.ExpiresAt), instant(p.ExpiresAt.Value))...)
		if err := errs.Collect(late.Err()); err != nil {
			return err
		}
		if p.ExpiresAt.Value == nil {
			change.ClearExpiresAt()
		} else {
			change.SetExpiresAt(*p.ExpiresAt.Value)
		}
	}
	if err := errs.Err(); err != nil || len(changes) == 0 {
		return err
	}
	now := s.now()
	if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("change API key %s: %w", c.ID, err)
	}
	return audit.Record(ctx, tx, credentialEvent(c, now, "updated", changes))
}

// CredentialRevoke puts an end to a key, for good. Refusals: NOT_FOUND,
// WRONG_STATE, INVALID, TOO_LONG.
func (s *Service) CredentialRevoke(ctx context.Context, id uuid.UUID, reason *string) (*db.APICredential, error) {
	var errs fault.Refusals
	reason = rule.Maybe(&errs, "reason", reason, rule.MaxReason)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.changeCredential(ctx, authz.APICredentialActionRevoke, id, func(ctx context.Context, tx *database.Tx, c *db.APICredential) error {
		now := s.now()
		err := tx.Client.APICredential.Update().Where(apicredential.ID(id)).SetRevokedAt(now).SetNillableRevokedBy(rule.ActorID(ctx)).
			SetRevokedReason(rule.Or(reason, "")).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
		if err != nil {
			return fmt.Errorf("revoke API key %s: %w", id, err)
		}
		event := credentialEvent(c, now, "revoked", audit.Text("status", CredentialStatus(c, now), "REVOKED"))
		event.Reason = reason
		return audit.Record(ctx, tx, event)
	})
}

// changeCredential locks the account of a key and then the key, asks the policy,
// and carries out a change. It answers the key as it is then.
func (s *Service) changeCredential(ctx context.Context, action authz.APICredentialAction, id uuid.UUID,
	change func(context.Context, *database.Tx, *db.APICredential) error,
) (*db.APICredential, error) {
	var changed *db.APICredential
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		c, err := tx.Client.APICredential.Query().Where(apicredential.ID(id)).Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return fmt.Errorf("read API key %s: %w", id, err)
		}
		var target authz.APICredentialTarget
		if c != nil {
			place, err := rule.LockPlace(ctx, tx, c.OrganizationID)
			if err != nil {
				return err
			}
			if c, err = tx.Client.APICredential.Query().Where(apicredential.ID(id)).ForUpdate().Only(ctx); err != nil {
				return fmt.Errorf("lock API key %s: %w", id, err)
			}
			if place != nil {
				target = authz.APICredentialTarget{OwnedTarget: place.Own(c.ID, CredentialStatus(c, s.now())), Roles: c.Roles}
			}
		}
		if err := rule.Deny(s.Authorizer.APICredential(authz.FromContext(ctx), action, target), "id"); err != nil {
			return err
		}
		if err := change(ctx, tx, c); err != nil {
			return err
		}
		changed, err = tx.Client.APICredential.Query().Where(apicredential.ID(id)).Only(ctx)
		return err
	})
	return changed, err
}

// judgeOperations checks names of operations.
func judgeOperations(errs *fault.Refusals, names []string) []string {
	const path = "input.operations"
	if len(names) > maxOperations {
		errs.Add(fault.LimitReached, path, "At most %d operations can be named.", maxOperations)
		return nil
	}
	name := regexp.MustCompile(`^[_A-Za-z][_0-9A-Za-z]{0,99}$`)
	for i, n := range names {
		switch at := path + "." + strconv.Itoa(i); {
		case !name.MatchString(n):
			errs.Add(fault.Invalid, at, "This is not the name of an operation.")
		case slices.Contains(names[:i], n):
			errs.Add(fault.Duplicate, at, "The operation is named twice.")
		}
	}
	return slices.Sorted(slices.Values(names))
}

// judgeEnd keeps the end of a key in the future.
func (s *Service) judgeEnd(errs *fault.Refusals, end *time.Time) *time.Time {
	if end == nil {
		return nil
	}
	if !end.After(s.now()) {
		errs.Add(fault.Invalid, "input.expiresAt", "The end must lie in the future.")
	}
	return new(end.UTC().Truncate(time.Microsecond))
}

// judgeLife keeps a key, counted from when it was made, within the longest life
// that the service allows.
func judgeLife(errs *fault.Refusals, service *db.APIService, since time.Time, end *time.Time) {
	const path = "input.expiresAt"
	switch days := service.MaxKeyDays; {
	case days == nil:
	case end == nil:
		errs.Add(fault.Required, path, "A key must end: within %d days.", *days)
	case end.After(since.AddDate(0, 0, *days)):
		errs.Add(fault.Invalid, path, "A key lives for at most %d days.", *days)
	}
}

// judgeCost is the budget of a key: that of the service unless it says less.
func judgeCost(errs *fault.Refusals, service *db.APIService, cost *int) int {
	if cost == nil {
		return service.CostPerMinute
	}
	bounded(errs, "input.costPerMinute", cost, 1, service.CostPerMinute)
	return *cost
}

// instant is a time in words of the log, empty for none.
func instant(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func credentialEvent(c *db.APICredential, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: "api_credential." + action, OrganizationID: c.OrganizationID, AccountID: c.AccountID,
		TargetType: "ApiCredential", TargetID: c.ID, TargetName: c.Name, Changes: changes,
	}
}
