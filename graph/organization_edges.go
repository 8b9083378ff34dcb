package graph

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/graph/model"
	"tenantry/internal/directory"
	"tenantry/internal/feature"
)

// ancestorsOf are the organizations above one, the nearest first, as far as
// the viewer sees them. There are two at most, so the row itself names them.
func (r *Resolver) ancestorsOf(ctx context.Context, o *db.Organization) ([]*db.Organization, error) {
	v, cols := authz.FromContext(ctx), organizations.selected(ctx)
	above := func(o *db.Organization) []uuid.UUID {
		switch {
		case o.ParentID == nil:
			return nil
		case o.Kind == organization.KindSUB_ACCOUNT:
			return []uuid.UUID{*o.ParentID, v.RootID}
		}
		return []uuid.UUID{*o.ParentID}
	}
	found, err := once(ctx, o, o.Siblings, "ancestors", shapeOf(cols), func(all []*db.Organization) (map[uuid.UUID]*db.Organization, error) {
		ids := gather(all, func(o *db.Organization) *uuid.UUID { return o.ParentID })
		for _, o := range all {
			if len(above(o)) > 1 {
				ids = append(ids, v.RootID)
				break
			}
		}
		return r.visibleOrganizations(ctx, ids, cols)
	})
	if err != nil {
		return nil, err
	}
	list := []*db.Organization{}
	for _, id := range above(o) {
		if at := found[id]; at != nil {
			list = append(list, at)
		}
	}
	return list, nil
}

// organizationActions are the buttons of an organization. Those of a sub-account
// depend on its account as well, which is read for all of a page at once.
func (r *Resolver) organizationActions(ctx context.Context, o *db.Organization) ([]authz.OrganizationAction, error) {
	target, account := organizationTarget(o), o
	if o.Kind == organization.KindSUB_ACCOUNT {
		accounts, err := once(ctx, o, o.Siblings, "accountStatus", "", func(all []*db.Organization) (map[uuid.UUID]*db.Organization, error) {
			ids := gather(all, func(o *db.Organization) *uuid.UUID {
				if o.Kind == organization.KindSUB_ACCOUNT {
					return &o.AccountID
				}
				return nil
			})
			return r.organizationsNamed(ctx, ids, append([]string{organization.FieldLoginAsConsent}, organizations.base...))
		})
		if err != nil {
			return nil, err
		}
		if account = accounts[o.AccountID]; account == nil { // never: an account outlives its parts
			return nil, nil
		}
		target.AccountSuspended = account.Status == organization.StatusSUSPENDED
	}
	target.ConsentNever, target.Subscribed = account.LoginAsConsent == organization.LoginAsConsentNEVER, o.PlanID != nil
	v, has := authz.FromContext(ctx), placeState{features: o.Features} // of a customer; the others have neither button
	return slices.DeleteFunc(r.Authorizer.OrganizationActions(v, target), func(a authz.OrganizationAction) bool {
		return a == authz.OrganizationActionCreateSubAccount && has.lacks(ctx, feature.SubAccounts) ||
			a == authz.OrganizationActionRotateSSOToken && has.lacks(ctx, feature.SSO) ||
			a == authz.OrganizationActionRestore && !directory.RestoreTime(o, r.Now())
	}), nil
}

// organizationSuspensionOf tells why an organization is blocked, nil when it is
// not.
func organizationSuspensionOf(o *db.Organization) *model.OrganizationSuspension {
	if o.Status != organization.StatusSUSPENDED || o.SuspendedAt == nil {
		return nil
	}
	return &model.OrganizationSuspension{Reason: orNull(o.SuspendedReason), SuspendedAt: *o.SuspendedAt, By: o.SuspendedBy, Of: o}
}

// ssoTokenOf is what is shown of a token, nil when there is none.
func ssoTokenOf(o *db.Organization) *model.OrganizationSsoToken {
	if o.SSOTokenAt == nil {
		return nil
	}
	return &model.OrganizationSsoToken{Last4: o.SSOTokenLast4, CreatedAt: *o.SSOTokenAt}
}

func createdOrganizationPayload(made directory.CreatedOrganization, err error) (*model.OrganizationPayload, error) {
	payload, err := organizationPayload(made.Organization, err)
	if payload != nil {
		payload.Administrator, payload.TemporaryPassword = made.Administrator, orNull(made.Password)
	}
	return payload, err
}

// shownOrganizations reads the organizations among ids that exist for the
// viewer, and those deleted that he may restore.
func (r *Resolver) shownOrganizations(ctx context.Context, ids []uuid.UUID, cols []string) (map[uuid.UUID]*db.Organization, error) {
	v := authz.FromContext(ctx)
	var accounts []uuid.UUID // of deleted sub-accounts, which go and come back with theirs
	found, err := byID(ctx, organizations, r.client().Organization.Query(), ids, cols, func(o *db.Organization) bool {
		target := organizationTarget(o)
		if o.Status != organization.StatusDELETED {
			return r.Authorizer.OrganizationVisible(v, target)
		}
		if o.ID != o.AccountID {
			accounts = append(accounts, o.AccountID)
		}
		return r.Authorizer.OrganizationRestorable(v, target)
	})
	if err != nil || len(accounts) == 0 {
		return found, err
	}
	gone, err := r.client().Organization.Query().Modify(among("id", accounts), constant("status", "=", "DELETED")).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("read accounts of deleted organizations: %w", err)
	}
	for _, account := range gone {
		for id, o := range found {
			if o.AccountID == account && o.Status == organization.StatusDELETED && id != account {
				delete(found, id)
			}
		}
	}
	return found, nil
}

// purgeAtOf is when a deleted organization is removed for good.
func purgeAtOf(o *db.Organization) *time.Time {
	if o.Status != organization.StatusDELETED || o.DeletedAt == nil {
		return nil
	}
	return new(o.DeletedAt.Add(directory.RestoreWithin))
}

func organizationDeletePayload(id string) func(time.Time, error) (*model.OrganizationDeletePayload, error) {
	return func(purgeAt time.Time, err error) (*model.OrganizationDeletePayload, error) {
		errs, err := refusals(err)
		if err != nil || len(errs) > 0 {
			return orNil(&model.OrganizationDeletePayload{Errors: errs}, err)
		}
		return &model.OrganizationDeletePayload{DeletedID: &id, PurgeAt: &purgeAt, Errors: errs}, nil
	}
}

func ssoTokenPayload(o *db.Organization, token string, err error) (*model.OrganizationSsoTokenPayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.OrganizationSsoTokenPayload{Organization: o, Token: orNull(token), Errors: errs}, nil
}
