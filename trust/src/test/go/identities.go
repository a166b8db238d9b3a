// Works out identities of entries and versions of texts from the pages of the specification, with Go's own library and
// none of our code.
//
//	go run identities.go SPEC
//
// Reads SPEC/vectors/accord, and prints a line for each that comes out otherwise than identities.json says; last, how many
// it has worked out.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

type object = map[string]interface{}

type vector struct {
	Is, After  string
	Entries    []entry
	Identities map[string]string
	Versions   map[string]string
}

type entry struct {
	By, As, Type string
	Content      json.RawMessage
}

// The entries so far, by author and by name.
type history struct {
	size                 int
	sequence             map[string]int
	previous             map[string]string
	identities, versions map[string]string
}

var (
	named      = regexp.MustCompile(`<(key|entry|version|hash) ([^<> ]+)>`)
	beginnings = map[string]vector{}
	none       = strings.Repeat("0", 64)
)

func main() {
	folder := filepath.Join(os.Args[1], "vectors", "accord")
	for _, one := range read(filepath.Join(folder, "beginnings.json")) {
		beginnings[one.Is] = one
	}
	count := 0
	for _, one := range read(filepath.Join(folder, "identities.json")) {
		past := &history{0, map[string]int{}, map[string]string{}, map[string]string{}, map[string]string{}}
		past.begin(one.After)
		count += compare(one.Identities, past.identities) + compare(one.Versions, past.versions)
	}
	fmt.Println(count, "worked out")
}

func compare(expected, found map[string]string) int {
	for name, value := range expected {
		if found[name] != value {
			fmt.Println(name, "should be", value, "and is", found[name])
		}
	}
	return len(expected)
}

func (past *history) begin(name string) {
	if name == "" {
		return
	}
	past.begin(beginnings[name].After)
	for _, one := range beginnings[name].Entries {
		past.add(one)
	}
}

func (past *history) add(said entry) {
	sequence := past.sequence[said.By]
	previous, follows := past.previous[said.By]
	if !follows {
		previous = none
	}
	var content object
	decode(named.ReplaceAllFunc(said.Content, past.value), &content)
	identity := hash(canonical(object{
		"author": key(said.By), "claimed": "2022-03-05T07:00:00Z", "commitments": []string{}, "content": content,
		"label": "parties", "mandate": none, "nonce": hash([]byte(said.By + strconv.Itoa(sequence)))[:32],
		"origin": "example.org/talks", "previous": previous, "references": []string{},
		"seen": object{"root": hash(nil), "size": 0}, "sequence": sequence, "type": said.Type, "v": 1,
	}))
	if said.As == "" {
		said.As = strconv.Itoa(past.size)
	}
	past.size++
	past.sequence[said.By] = sequence + 1
	past.previous[said.By] = identity
	past.identities[said.As] = identity
	if said.Type == "proposal" {
		past.versions[content["text"].(string)] = version(content)
	}
}

func version(proposal object) string {
	wordings := object{}
	for _, clause := range proposal["clauses"].([]interface{}) {
		wordings[clause.(object)["id"].(string)] = hash(canonical(clause))
	}
	return hash(canonical(object{"clauses": wordings, "number": 1, "text": proposal["text"]}))
}

func (past *history) value(written []byte) []byte {
	parts := named.FindSubmatch(written)
	of := string(parts[2])
	switch string(parts[1]) {
	case "key":
		return []byte(key(of))
	case "entry":
		return []byte(past.identities[of])
	case "version":
		return []byte(past.versions[of])
	}
	return []byte(hash([]byte(of)))
}

func key(name string) string {
	seed := sha256.Sum256([]byte(name))
	public := ed25519.NewKeyFromSeed(seed[:]).Public().(ed25519.PublicKey)
	return "01" + hex.EncodeToString(public)
}

func hash(of []byte) string {
	sum := sha256.Sum256(of)
	return hex.EncodeToString(sum[:])
}

// Of the values here Go writes canonical JSON: names in order, nothing between, no character that it would escape.
func canonical(value interface{}) []byte {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	check(encoder.Encode(value))
	return bytes.TrimSuffix(text.Bytes(), []byte("\n"))
}

func read(file string) (vectors []vector) {
	text, err := os.ReadFile(file)
	check(err)
	decode(text, &vectors)
	return vectors
}

func decode(text []byte, into interface{}) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	check(decoder.Decode(into))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
