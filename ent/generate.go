// Package ent holds the data rooms: schema (hand-written), migrations
// (reviewed SQL) and db (generated, edited by nobody).
package ent

//go:generate go run entc.go
