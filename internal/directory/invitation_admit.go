package directory

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
)

// admission is a request to let people in: by invitation, or as new users who
// are filled in by somebody else.
type admission struct {
	org, account *db.Organization // locked
	people       []NewUser
	path         func(i int, field string) string // argument of a field of the i-th person
	create       bool                             // new users alone, and complete ones
	message      *string
	allOrNothing bool
	dryRun       bool
}

// admit judges everybody, then writes those who pass.
func (s *Service) admit(ctx context.Context, tx *database.Tx, a admission) ([]InvitationVerdict, error) {
	facts, err := s.admissionFacts(ctx, tx, a)
	if err != nil {
		return nil, err
	}
	verdicts := make([]InvitationVerdict, len(a.people))
	var good []invitee
	var goodAt []int
	for i, in := range a.people {
		person, v := s.judge(ctx, facts, i, in)
		if verdicts[i] = v; v.Outcome == Invited {
			good, goodAt = append(good, person), append(goodAt, i)
		}
	}
	if a.allOrNothing && len(good) < len(a.people) {
		for _, i := range goodAt {
			verdicts[i].Outcome = NotWritten
		}
		return verdicts, nil
	}
	if a.dryRun || len(good) == 0 {
		return verdicts, nil
	}
	written, err := s.writePeople(ctx, tx, a, good)
	if err != nil {
		return nil, err
	}
	for k, i := range goodAt {
		verdicts[i].UserID, verdicts[i].InvitationID = &written[k].user, written[k].invitation
	}
	return verdicts, nil
}

// facts is what people are judged by.
type facts struct {
	admission
	staff       bool
	known       map[string]*known // by address
	externalIDs map[string]*db.User
	roles       map[uuid.UUID]*db.Role
	subAccounts map[uuid.UUID]bool
	seatsLeft   int  // -1: no limit
	hasAdmin    bool // somebody administers the organization already
	seen        map[string]bool
	seenIDs     map[string]bool // external ids
}

func (s *Service) admissionFacts(ctx context.Context, tx *database.Tx, a admission) (*facts, error) {
	f := &facts{
		admission: a, staff: a.org.Kind == organization.KindRESELLER, seatsLeft: -1,
		known: map[string]*known{}, externalIDs: map[string]*db.User{}, roles: map[uuid.UUID]*db.Role{}, subAccounts: map[uuid.UUID]bool{},
		seen: map[string]bool{}, seenIDs: map[string]bool{},
	}
	for _, read := range []func(context.Context, *database.Tx) error{
		f.readKnown, f.readExternalIDs, f.readRoles,
	} {
		if err := read(ctx, tx); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *facts) readExternalIDs(ctx context.Context, tx *database.Tx) error {
	var ids []string
	for _, p := range f.people {
		if p.ExternalID != nil {
			ids = append(ids, *p.ExternalID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	users, err := tx.Client.User.Query().Where(user.OrganizationID(f.org.ID), user.StatusNEQ(user.StatusDELETED), anyOf("external_id", storable(ids))).All(ctx)
	if err != nil {
		return fmt.Errorf("look for external ids: %w", err)
	}
	for _, u := range users {
		f.externalIDs[*u.ExternalID] = u
	}
	return nil
}

func (f *facts) readRoles(ctx context.Context, tx *database.Tx) error {
	var ids []uuid.UUID
	for _, p := range f.people {
		ids = append(ids, p.RoleIDs...)
	}
	if len(ids) == 0 {
		return nil
	}
	// Locked, so that none is deleted or made more powerful until they are given.
	roles, err := tx.Client.Role.Query().Where(anyOf("id", ids)).Order(db.Asc(role.FieldID)).ForShare().All(ctx)
	if err != nil {
		return fmt.Errorf("read roles to grant: %w", err)
	}
	for _, r := range roles {
		f.roles[r.ID] = r
	}
	return nil
}
