// Package authz answers one question: may this viewer do this, here?
//
// The policy is data (model.conf, policy.csv) and Casbin is its only judge.
// Because one Casbin answer costs tens of microseconds, a table from role set
// to permission bits is filled with Casbin's answers and every decision of a
// request is read from it. Decisions about a target (a user, an invitation, an
// organization) are functions of Authorizer; the buttons a client shows, the
// directive and the mutation's own check all call the same one.
//
// The package knows no storage and no transport. It imports nothing of ours.
package authz
