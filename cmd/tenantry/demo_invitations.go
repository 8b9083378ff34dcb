package main

import (
	"slices"
	"strconv"
	"time"

	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/directory"
)

// invitationFor adds the invitation that a user came by. Links of made-up
// invitations lead nowhere; sending one again makes a link that does.
func (t *tenant) invitationFor(u *db.User) {
	sent := u.CreatedAt
	i := &db.Invitation{
		ID: t.id(), ResellerID: t.reseller, AccountID: u.AccountID, OrganizationID: u.OrganizationID, UserID: u.ID,
		CreatedAt: sent, UpdatedAt: sent, Version: 1, Email: u.Email, EmailKey: u.EmailKey,
		Status: invitation.StatusPENDING, TokenHash: t.bytes(32), ExpiresAt: sent.Add(directory.InvitationTTL),
		InvitedBy: t.adminID(), SendCount: 1, LastSentAt: sent,
	}
	switch {
	case u.Status == user.StatusACTIVE:
		i.Status, i.AcceptedAt = invitation.StatusACCEPTED, u.EmailVerifiedAt
		i.UpdatedAt, i.Version = *u.EmailVerifiedAt, 2
	case u.Status == user.StatusDELETED:
		// Withdrawn soon after it was sent; the user went with it.
		i.Email = t.former[u.ID]
		i.EmailKey = i.Email
		*u.DeletedAt = sent.Add(t.between(time.Minute, 2*day))
		u.UpdatedAt = *u.DeletedAt
		i.Status, i.RevokedAt, i.RevokedBy, i.UpdatedAt, i.Version = invitation.StatusREVOKED, u.DeletedAt, t.adminID(), u.UpdatedAt, 2
	case t.percent(20):
		i.SendCount, i.Version = 2, 2
	}
	if t.percent(25) {
		message := "Welcome aboard! Your desk is ready."
		i.Message = &message
	}
	t.invitations = append(t.invitations, i)
}

// invite adds the invitations of everybody who has not accepted yet, of one in
// eight who has, and of those who were not wanted after all.
func (t *tenant) invite() {
	for _, u := range t.users {
		if u.Status == user.StatusPENDING || u.Status == user.StatusACTIVE && t.percent(12) ||
			u.Status == user.StatusDELETED && t.percent(35) {
			t.invitationFor(u)
		}
	}
}

// eventsKept is how much history the demo tells.
const eventsKept = 300

// history tells what the records show, as audit events: the newest of them.
func (t *tenant) history() {
	names := map[string]*db.User{}
	for _, u := range t.users {
		names[u.ID.String()] = u
	}
	for _, o := range t.organizations {
		if o.ParentID != nil {
			t.event(&db.AuditEvent{CreatedAt: o.CreatedAt, Action: "organization.created", OrganizationID: o.ID, AccountID: o.AccountID,
				TargetType: "Organization", TargetID: &o.ID, TargetName: o.Name}, t.admin, change("name", "", o.Name))
		}
	}
	for _, i := range t.invitations {
		about := &db.AuditEvent{CreatedAt: i.CreatedAt, Action: "invitation.created", OrganizationID: i.OrganizationID,
			AccountID: i.AccountID, TargetType: "Invitation", TargetID: &i.ID, TargetName: i.Email}
		again := *about
		t.event(about, t.admin)
		switch {
		case i.AcceptedAt != nil:
			again.CreatedAt, again.Action = *i.AcceptedAt, "invitation.accepted"
			t.event(&again, names[i.UserID.String()])
		case i.RevokedAt != nil:
			again.CreatedAt, again.Action = *i.RevokedAt, "invitation.revoked"
			t.event(&again, t.admin)
		}
	}
	for _, u := range t.users {
		about := &db.AuditEvent{OrganizationID: u.OrganizationID, AccountID: u.AccountID,
			TargetType: "User", TargetID: &u.ID, TargetName: u.DisplayName}
		signIn := *about
		switch {
		case u.DeletedAt != nil:
			about.CreatedAt, about.Action, about.TargetName = *u.DeletedAt, "user.deleted", "A former user"
			t.event(about, t.admin, change("status", "ACTIVE", "DELETED"))
		case u.SuspendedAt != nil:
			about.CreatedAt, about.Action, about.Reason = *u.SuspendedAt, "user.suspended", u.SuspensionReason
			t.event(about, t.admin, change("status", "ACTIVE", "SUSPENDED"), change("suspensionMotive", "", string(*u.SuspensionMotive)))
		}
		if u.LastLoginAt != nil && t.percent(15) {
			session := t.id()
			signIn.CreatedAt, signIn.Action, signIn.TargetType, signIn.TargetID = *u.LastLoginAt, "session.created", "Session", &session
			t.event(&signIn, u)
		}
	}
	slices.SortFunc(t.events, func(a, b *db.AuditEvent) int { return b.CreatedAt.Compare(a.CreatedAt) })
	t.events = t.events[:min(len(t.events), eventsKept)]
}

// event completes an audit event and keeps it. Addresses are of the range that
// documents use.
func (t *tenant) event(e *db.AuditEvent, actor *db.User, changes ...schema.AuditChange) {
	e.ID, e.ResellerID, e.Changes = t.id(), t.reseller, changes
	e.RequestID, e.IP = "demo-"+e.ID.String()[24:], "203.0.113."+strconv.Itoa(1+t.rng.IntN(254))
	if actor != nil {
		e.ActorID, e.ActorName, e.ActorEmail = &actor.ID, actor.DisplayName, actor.Email
	}
	t.events = append(t.events, e)
}

func change(field, before, after string) schema.AuditChange {
	c := schema.AuditChange{Field: field, After: &after}
	if before != "" {
		c.Before = &before
	}
	return c
}
