// Reads a log that Safeconduct wrote, with Go's checksum-database packages and none of our code.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run foreign.go FOLDER
//
// The folder holds log.vkey, perhaps witness.vkey, checkpoints/SIZE, tiles, and questions: one proof or note on a line. Every
// checkpoint and every record is verified out of the tiles; each question is answered with a line, yes or no.
package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var folder = os.Args[1]

func main() {
	trees := checkpoints()
	last := trees[len(trees)-1]
	reader := tlog.TileHashReader(last, tiles{})
	leaves := entries(last.N)
	for n := int64(0); n < last.N; n++ {
		proof, err := tlog.ProveRecord(last.N, n, reader)
		check(err)
		check(tlog.CheckRecord(proof, last.N, last.Hash, n, tlog.RecordHash(leaves[n])))
	}
	for _, older := range trees[:len(trees)-1] {
		proof, err := tlog.ProveTree(last.N, older.N, reader)
		check(err)
		check(tlog.CheckTree(proof, last.N, last.Hash, older.N, older.Hash))
	}
	fmt.Printf("%d checkpoints, %d records\n", len(trees), last.N)
	answer()
}

// answer reads questions: "note BASE64", "record N ROOT INDEX LEAF HASH…", "tree N ROOT OLD OLDROOT HASH…".
func answer() {
	lines := bufio.NewScanner(bytes.NewReader(read("questions")))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		var err error
		switch words[0] {
		case "note":
			text, decoding := base64.StdEncoding.DecodeString(words[1])
			check(decoding)
			_, err = open(text)
		case "record":
			err = tlog.CheckRecord(hashes(words[5:]), number(words[1]), hash(words[2]), number(words[3]), hash(words[4]))
		case "tree":
			err = tlog.CheckTree(hashes(words[5:]), number(words[1]), hash(words[2]), number(words[3]), hash(words[4]))
		default:
			log.Fatalf("unknown question %q", words[0])
		}
		fmt.Println(map[bool]string{true: "yes", false: "no"}[err == nil])
	}
	check(lines.Err())
}

// open verifies a checkpoint: signed by the log, cosigned by the witness.
func open(text []byte) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(string(read("log.vkey")))
	check(err)
	signed, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	if err := cosigned(signed); err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("no checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// cosigned looks for a cosignature of the witness, if there is one: eight bytes of time, then Ed25519 over a text with
// that time.
func cosigned(signed *note.Note) error {
	if _, err := os.Stat(filepath.Join(folder, "witness.vkey")); os.IsNotExist(err) {
		return nil
	}
	parts := strings.SplitN(string(read("witness.vkey")), "+", 3)
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	check(err)
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	for _, signature := range signed.UnverifiedSigs {
		if signature.Name != parts[0] || signature.Hash != binary.BigEndian.Uint32(id[:]) {
			continue
		}
		all, err := base64.StdEncoding.DecodeString(signature.Base64)
		if err != nil || len(all) != 4+8+ed25519.SignatureSize {
			return fmt.Errorf("cosignature of %d bytes", len(all))
		}
		seconds := binary.BigEndian.Uint64(all[4:])
		message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", seconds, signed.Text)
		if !ed25519.Verify(typed[1:], []byte(message), all[12:]) {
			return fmt.Errorf("cosignature does not verify")
		}
		return nil
	}
	return fmt.Errorf("not cosigned")
}

// checkpoints verifies all of them, by size.
func checkpoints() []tlog.Tree {
	var trees []tlog.Tree
	files, err := os.ReadDir(filepath.Join(folder, "checkpoints"))
	check(err)
	sizes := make([]int, len(files))
	for i, file := range files {
		sizes[i], err = strconv.Atoi(file.Name())
		check(err)
	}
	sort.Ints(sizes)
	for _, n := range sizes {
		text, err := os.ReadFile(filepath.Join(folder, "checkpoints", strconv.Itoa(n)))
		check(err)
		tree, err := open(text)
		check(err)
		if tree.N != int64(n) {
			log.Fatalf("checkpoint %d is of size %d", n, tree.N)
		}
		trees = append(trees, tree)
	}
	return trees
}

// entries reads all leaves out of the entry bundles.
func entries(size int64) [][]byte {
	var leaves [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		rest := read(path("entries", n, int(width)))
		for len(rest) > 0 {
			length := int(binary.BigEndian.Uint16(rest))
			leaves = append(leaves, rest[2:2+length])
			rest = rest[2+length:]
		}
	}
	return leaves
}

// tiles reads tiles of height 8 where c2sp.org/tlog-tiles puts them.
type tiles struct{}

func (tiles) Height() int { return 8 }

func (tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		data = append(data, read(path(strconv.Itoa(tile.L), tile.N, tile.W)))
	}
	return data, nil
}

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func path(level string, n int64, width int) string {
	name := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		name = fmt.Sprintf("x%03d/%s", n%1000, name)
	}
	if width < 256 {
		name += fmt.Sprintf(".p/%d", width)
	}
	return filepath.Join("tile", level, name)
}

func read(name string) []byte {
	data, err := os.ReadFile(filepath.Join(folder, name))
	check(err)
	return data
}

func number(word string) int64 {
	n, err := strconv.ParseInt(word, 10, 64)
	check(err)
	return n
}

func hash(word string) tlog.Hash {
	h, err := tlog.ParseHash(word)
	check(err)
	return h
}

func hashes(words []string) []tlog.Hash {
	var all []tlog.Hash
	for _, word := range words {
		all = append(all, hash(word))
	}
	return all
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
