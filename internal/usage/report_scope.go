package usage

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/reportschedule"
	"tenantry/internal/fault"
)

// scope says what a viewer may have a report of a kind about: where he may have
// reports and read what this one shows. [000, 004]
type scope struct {
	reach authz.Reach
	// Rows that are users follow the list of users: those of the reseller's own
	// organization staff alone.
	users, staff bool
}

// scopeOf is the scope of a kind. What a kind needs is what the fields of the
// same numbers need elsewhere.
func scopeOf(a *authz.Authorizer, v *authz.Viewer, kind Kind) scope {
	switch kind {
	case reportschedule.KindORGANIZATION_ACTIVITY: // Organization.userCount and lastActivityAt
		return scope{reach: a.ReportReach(v, authz.OrganizationRead, authz.TenantUserRead, authz.MemberRead)}
	case reportschedule.KindUSERS_AND_LOGINS: // users
		staff, others := a.ReportUserReach(v)
		return scope{reach: others, users: true, staff: staff}
	case reportschedule.KindCREDITS: // Organization.creditBalance and creditEntries
		return scope{reach: a.ReportReach(v, authz.OrganizationCreditRead, authz.ModulePaymentAccess)}
	case reportschedule.KindUSAGE_BY_ORGANIZATION: // usage
		return scope{reach: a.ReportReach(v, readers()...)}
	}
	return scope{}
}

// none reports that there is nothing to tell.
func (c scope) none() bool { return c.reach.None() && !c.staff }

// covers reports whether rows about an organization, in its account, may be
// told.
func (c scope) covers(v *authz.Viewer, organization, account uuid.UUID) bool {
	if c.users && organization == v.RootID {
		return c.staff
	}
	return c.reach.Covers(v, organization, account)
}

// within is the condition of covers in SQL.
func (b *statement) within(v *authz.Viewer, c scope, organization, account string) string {
	reach := b.reach(v, c.reach, organization, account)
	switch {
	case !c.users:
		return reach
	case c.staff:
		return " AND (" + organization + " = " + b.arg(v.RootID) + "::uuid OR (TRUE" + reach + "))"
	default:
		return " AND " + organization + " <> " + b.arg(v.RootID) + "::uuid" + reach
	}
}

// ReportsOf are the reports that a viewer may have about anything.
func (s *Service) ReportsOf(v *authz.Viewer) []Report {
	return slices.DeleteFunc(Reports(), func(r Report) bool { return scopeOf(s.Authorizer, v, r.Kind).none() })
}

// judgeReport refuses a kind of which the viewer may have no report, and
// organizations about which he may have none of the kind. It answers those that
// are named.
func (s *Service) judgeReport(ctx context.Context, client *db.Client, errs *fault.Refusals, v *authz.Viewer, kind Kind, ids []uuid.UUID) ([]*db.Organization, error) {
	within := scopeOf(s.Authorizer, v, kind)
	if within.none() {
		errs.Add(fault.NotAllowed, "input.kind", "You may not see what this report shows.")
	}
	const path = "input.organizationIds"
	switch {
	case ids == nil:
		return nil, nil
	case len(ids) > maxOrganizations:
		errs.Add(fault.LimitReached, path, "At most %d organizations.", maxOrganizations)
		return nil, nil
	case len(ids) == 0:
		errs.Add(fault.Required, path, "Name at least one organization, or none at all for every one.")
		return nil, nil
	}
	found, err := organizationsNamed(ctx, client, ids)
	if err != nil {
		return nil, err
	}
	reach := s.Authorizer.Reach(v, reporters()...)
	for i, id := range ids {
		k := slices.IndexFunc(found, func(o *db.Organization) bool { return o.ID == id })
		switch at := path + "." + strconv.Itoa(i); {
		case k < 0 || !reach.Covers(v, id, found[k].AccountID):
			errs.Add(fault.Missing, at, "There is no such organization.")
		case !within.none() && !within.covers(v, id, found[k].AccountID):
			errs.Add(fault.NotAllowed, at, "You may not see what this report shows about the organization.")
		}
	}
	return found, nil
}

// organizationsNamed reads organizations that are not deleted.
func organizationsNamed(ctx context.Context, client *db.Client, ids []uuid.UUID) ([]*db.Organization, error) {
	found, err := client.Organization.Query().Where(organization.StatusNEQ(organization.StatusDELETED), anyOf("id", ids)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read organizations: %w", err)
	}
	return found, nil
}
