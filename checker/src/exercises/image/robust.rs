//! What an image receiver has to stand: transfers that break off, names and sizes that lie, a disk that is full.

use super::receiver::Receiver;
use super::{Image, header};
use crate::lab::{Lab, Step, TcpPeer};
use crate::verdict::{Finding, Message};

/// A transfer may break off anywhere, and leaves nothing behind.
pub fn leaves_nothing_of_what_breaks_off(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    receiver.takes_a_file_of("ana")?;
    let before = lab.room_folder().tree();
    let larger = Image::larger(lab);
    let name = |stage: &str| Image::named(format!("breaks-{stage}.png"), larger.content.as_slice());
    // In the length of the name, in the name, in the size, before the file, in the file, at its end.
    for (stage, part) in [
        ("in-length", |_: &Image| 1),
        ("in-name", |_: &Image| 7),
        ("in-size", |image: &Image| image.header().len() - 3),
        ("before-file", |image: &Image| image.header().len()),
        ("in-file", |image: &Image| image.header().len() + image.content.len() / 2),
        ("at-end", |image: &Image| image.header().len() + image.content.len() - 1),
    ] as [(&str, fn(&Image) -> usize); 6]
    {
        for (end, ends) in [("closed", TcpPeer::closes), ("reset", TcpPeer::resets)] as [(&str, fn(&TcpPeer)); 2] {
            let image = name(&format!("{stage}-{end}"));
            let sender = receiver.sender("bob")?;
            sender.says(&image.on_the_wire()[..part(&image)]);
            sender.is_taken_in()?;
            ends(&sender);
        }
    }
    receiver.program.keeps_running()?;
    lab.room_folder().comes_to_be_as(&before)?;
    receiver.program.has_not_shown("breaks-")?;
    // Who goes before the answer has sent everything: the file may be there then, if it is whole.
    let image = name("before-answer");
    let caro = receiver.sender("caro")?;
    caro.says(image.on_the_wire());
    caro.is_taken_in()?;
    caro.resets();
    receiver.program.keeps_running()?;
    receiver.folder.shows_nothing_but(&image.name, &[&image.content])?;
    receiver.takes_a_file_of("ana").map(drop)
}

/// While a file comes, there is nothing under its name, or what was there before; and that is not gone for good while
/// nothing has come in its place.
pub fn shows_no_half_file(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let image = Image::larger(lab);
    let old = format!("old {}", lab.words());
    for (sender, old) in [("ana", None), ("bob", Some(old.as_bytes()))] {
        let image = Image::named(format!("{sender}-{}", image.name), image.content.as_slice());
        if let Some(old) = old {
            receiver.folder.puts(&image.name, old)?;
        }
        let sender = receiver.sender(sender)?;
        let (header, content) = (image.header(), &image.content);
        for part in [header.as_slice(), &content[..content.len() / 2], &content[content.len() / 2..content.len() - 1]] {
            sender.says(part);
            sender.is_taken_in()?;
            lab.settles()?;
            receiver.folder.shows_nothing_but(&image.name, old.as_slice())?;
        }
        sender.says(&content[content.len() - 1..]);
        receiver.has_taken(&image, &sender)?;
    }
    keeps_what_is_not_replaced(&receiver, &format!("bob-{}", image.name))
}

/// A transfer under this name breaks off before the file: there is still one.
fn keeps_what_is_not_replaced(receiver: &Receiver, name: &str) -> Step {
    let caro = receiver.sender("caro")?;
    caro.says(header(name.as_bytes(), 1 << 20));
    caro.is_taken_in()?;
    receiver.lab.settles()?;
    caro.closes();
    receiver.lab.settles()?;
    // What else could be there by now is for other checks to judge.
    if receiver.folder.content(name).is_some() {
        return Ok(());
    }
    let expected = Message::new("expect-file-kept").with("name", name);
    let said = Message::new("said-no-file").with("name", name);
    Err(receiver.lab.fails(expected, None, None, Finding::Said(said)))
}

/// Names that are none, or that lead out of the folder, are refused, and nothing is written anywhere.
pub fn refuses_bad_names(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    receiver.takes_a_file_of("ana")?;
    let room = lab.room_folder();
    let before = room.tree();
    let outside = room.below("outside.png").path();
    let (long, longest) = (lab.letters(256), lab.letters(usize::from(u16::MAX)));
    let names: [&[u8]; 14] = [
        b"",
        b".",
        b"..",
        b"../outside.png",
        outside.as_bytes(),
        b"below/outside.png",
        b"outside.png/",
        b"..\\outside.png",
        b"below\\outside.png",
        b"outside\0.png",
        b"\0",
        b"caf\xe9.png",
        long.as_bytes(),
        longest.as_bytes(),
    ];
    let content = lab.words();
    for name in names {
        let bob = receiver.sender("bob")?;
        bob.says([&header(name, content.len() as u64), content.as_bytes()].concat());
        bob.hears_an_answer("ERR")?;
        bob.closes();
    }
    lab.settles()?;
    room.comes_to_be_as(&before)?;
    receiver.takes_a_file_of("ana").map(drop)
}

/// A symbolic link of that name leads out of the folder: nothing changes where it leads to.
pub fn does_not_follow_a_link(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let outside = lab.room_folder().makes("outside")?;
    let there = outside.puts("there.png", lab.words())?;
    receiver.folder.puts_link("there.png", &there)?;
    receiver.folder.puts_link("not-there.png", &outside.below("not-there.png").path())?;
    let before = outside.tree();
    for name in ["there.png", "not-there.png"] {
        let ana = receiver.sender("ana")?;
        let image = Image::named(name, lab.words());
        ana.says(image.on_the_wire());
        ana.hears_a_line_out()?;
        ana.closes();
        outside.comes_to_be_as(&before)?;
    }
    receiver.takes_a_file_of("ana").map(drop)
}

/// A size is a promise: one that nobody has costs nothing, and may be refused or waited for.
pub fn does_not_believe_a_size(lab: &Lab) -> Step {
    const MIB: u64 = 1 << 20;
    let receiver = Receiver::start(lab)?;
    receiver.takes_a_file_of("ana")?;
    let memory = lab.own_memory();
    // Those that 32 bits can hold in part, and those that nobody can hold.
    for size in [(1 << 32) + 3, 3 << 30, 1 << 63, u64::MAX] {
        let bob = receiver.sender("bob")?;
        bob.says([&header(b"huge.png", size), lab.words().as_bytes()].concat());
        bob.is_taken_in()?;
        lab.settles()?;
        lab.memory_has_grown_less_than(16 * MIB, memory)?;
        if bob.has_something_to_hear() || bob.is_closed() {
            bob.hears_an_answer("ERR")?;
        }
        bob.resets();
        receiver.program.keeps_running()?;
    }
    receiver.folder.shows_nothing_but("huge.png", &[] as &[&[u8]])?;
    receiver.takes_a_file_of("ana").map(drop)
}

/// What can't be written is told with `ERR` and a reason, and is no reason to end.
pub fn tells_that_it_cannot_write(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    receiver.takes_a_file_of("ana")?;
    receiver.folder.may_be_written(false)?;
    let refused = is_refused(&receiver, &Image::small(lab));
    receiver.folder.may_be_written(true)?;
    refused?;
    // Of a folder no file can take the place.
    receiver.folder.makes("holidays.png")?.puts("beach.png", lab.words())?;
    is_refused(&receiver, &Image { name: "holidays.png".to_owned(), ..Image::small(lab) })?;
    receiver.takes_a_file_of("ana")?;
    receiver.program.is_stopped();
    // A disk that is full is to be had only where one may mount things.
    let Some(disk) = lab.small_disk("disk", 128 << 10)? else { return Ok(()) };
    let receiver = Receiver::start_with(lab, disk, &[])?;
    is_refused(&receiver, &Image::larger(lab))?;
    receiver.program.keeps_running()
}

/// A sender gets `ERR`. What is left of its file is another check's business.
fn is_refused(receiver: &Receiver, image: &Image) -> Step {
    let bob = receiver.sender("bob")?;
    bob.says(image.on_the_wire());
    bob.hears_an_answer("ERR")?;
    bob.closes();
    Ok(())
}

/// Hundreds of transfers, one after another: all files are there, and no descriptor is left over.
pub fn takes_one_after_another(lab: &Lab) -> Step {
    const MANY: usize = 200;
    let receiver = Receiver::start(lab)?;
    let own = receiver.own_files();
    let (mut names, mut before) = (Vec::new(), 0);
    for n in 0..MANY {
        let image = Image::named(format!("{n}.png"), lab.words());
        let sender = receiver.sender("ana")?;
        sender.says(image.on_the_wire());
        sender.hears_an_answer(image.ok())?;
        sender.closes();
        names.push(image.name);
        // By then, it has all that it needs for itself.
        if n == 9 {
            lab.settles()?;
            before = receiver.program.holds().descriptors;
        }
    }
    lab.settles()?;
    receiver.folder.comes_to_hold_only(&names, &own)?;
    let now = receiver.program.holds().descriptors;
    if now < before + MANY / 10 {
        return Ok(());
    }
    let expected = Message::new("expect-no-descriptors-left").with("program", "image-receiver");
    let said = Message::new("said-descriptors").with("before", before).with("now", now).with("count", MANY - 10);
    Err(lab.fails(expected, None, None, Finding::Said(said)))
}

/// Ten come at the same time, and each is served.
pub fn takes_ten_at_once(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let mut present = Vec::new();
    for n in 0..10 {
        let image = Image { name: format!("{n}.png"), ..Image::small(lab) };
        let sender = receiver.sender("ana")?;
        let mut start = image.on_the_wire();
        let end = start.split_off(start.len() - 1);
        // Nobody is done before the last is there.
        sender.says(start);
        sender.is_taken_in()?;
        // Whoever takes a few at a time has to come to an end with those, and may be one who takes one at a time.
        if sender.has_unread() {
            finish(&receiver, &mut present)?;
        }
        present.push((sender, image, end));
    }
    finish(&receiver, &mut present)
}

/// Those who are present send what is missing of their files, and go.
fn finish(receiver: &Receiver, present: &mut Vec<(TcpPeer, Image, Vec<u8>)>) -> Step {
    for (sender, image, end) in present.drain(..) {
        sender.says(end);
        receiver.has_taken(&image, &sender)?;
    }
    Ok(())
}

/// Extra: who stalls in the middle of a transfer holds up no other, and may go on.
pub fn is_not_held_up_by_a_stalled_sender(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let ana = receiver.sender("ana")?;
    let image = Image::small(lab);
    let whole = image.on_the_wire();
    ana.says(&whole[..whole.len() / 2]);
    let bob = receiver.sender("bob")?;
    receiver.takes_a_file_of("caro")?;
    // Who says nothing for a while is still there.
    lab.stays_silent()?;
    ana.says(&whole[whole.len() / 2..]);
    receiver.has_taken(&image, &ana)?;
    let image = Image::small(lab);
    bob.says(image.on_the_wire());
    receiver.has_taken(&image, &bob)
}
