//! The checks of `image-sender [SERVER [FILE]]`.

use super::super::wrong_addresses;
use super::{Image, header};
use crate::lab::{Bulk, Lab, Program, Step, TcpPeer, TcpServerPeer};

/// A sender at work: the receiver that it talks to was there before it started.
struct Sending {
    program: Program,
    receiver: TcpPeer,
    /// The file, as it was named on the command line.
    path: String,
}

impl Sending {
    /// It is to send this.
    fn of(lab: &Lab, image: &Image) -> Step<Self> {
        let path = lab.room_folder().puts(&image.name, &image.content)?;
        let listener = lab.tcp_server("receiver", "127.0.0.1")?;
        Self::to(lab, &listener, listener.address.to_string(), path)
    }

    /// It is to send the file at `path` to the server with this address.
    fn to(lab: &Lab, listener: &TcpServerPeer, address: String, path: String) -> Step<Self> {
        let program = lab.start(&[&address, &path])?;
        Ok(Self { receiver: listener.is_connected()?, program, path })
    }

    /// The receiver gets it, as the table says. Whether the name comes without its folders is another check's business.
    fn arrives(&self, image: &Image) -> Step {
        let with_folders = [header(self.path.as_bytes(), image.size()), image.content.clone()].concat();
        self.receiver.hears_one_of(&[image.on_the_wire(), with_folders])
    }

    /// The header comes; again, the name may be a path here.
    fn announces(&self, name: &str, size: u64) -> Step {
        self.receiver.hears_one_of(&[header(name.as_bytes(), size), header(self.path.as_bytes(), size)])
    }

    /// It gets this answer, and the receiver closes as it does after each.
    fn is_answered(&self, answer: &str) {
        self.receiver.says(answer);
        self.receiver.closes();
    }

    /// It sends this as it should be, and ends well.
    fn goes_through(&self, image: &Image) -> Step {
        self.arrives(image)?;
        self.is_answered(&image.answer());
        self.program.ends_with(0)
    }

    /// Whatever stands in the way of its work is told with the address or the file, or as the receiver put it.
    fn fails(&self, reason: &str) -> Step {
        let file = self.path.rsplit('/').next().unwrap_or(&self.path);
        let address = self.receiver.address.to_string();
        let names: Vec<&str> = [reason, address.as_str(), file].into_iter().filter(|name| !name.is_empty()).collect();
        self.program.fails_naming(&names)
    }
}

/// The header and the file are on the wire; `OK` with its size is a success.
pub fn sends_header_and_file(lab: &Lab) -> Step {
    let image = Image::small(lab);
    Sending::of(lab, &image)?.goes_through(&image)
}

/// The network carries nothing after the file, and stdout nothing at all, whatever the answer is.
pub fn adds_nothing(lab: &Lab) -> Step {
    let image = Image::small(lab);
    for answer in [image.answer(), format!("ERR {}\n", lab.words())] {
        let sending = Sending::of(lab, &image)?;
        sending.arrives(&image)?;
        lab.settles()?;
        sending.receiver.hears_nothing_more()?;
        sending.is_answered(&answer);
        lab.settles()?;
        sending.program.shows_nothing_but(&[Vec::new()])?;
        sending.program.is_stopped();
    }
    Ok(())
}

/// Nothing at all, and every byte there is: a file is sent as it is.
pub fn sends_any_image(lab: &Lab) -> Step {
    // Whatever it is, and whatever it is called.
    let others = ["PHOTO.JPG", "notes", ".hidden.png"].map(|name| Image::named(name, lab.words()));
    let images = [Image::named("empty.png", ""), Image::named("dot.png", "."), Image::binary(lab)];
    for image in images.into_iter().chain(others) {
        Sending::of(lab, &image)?.goes_through(&image)?;
    }
    Ok(())
}

/// A large file goes through whole, in memory that does not grow with it; and its size may take more than 32 bits.
pub fn sends_a_large_image(lab: &Lab) -> Step {
    const MIB: u64 = 1 << 20;
    let listener = lab.tcp_server("receiver", "127.0.0.1")?;
    let address = listener.address.to_string();
    // Hundreds of megabytes of nothing, of which the disk knows nothing.
    let bulk = Bulk::zeros(200 * MIB);
    let path = lab.room_folder().puts_zeros("large.png", bulk.len)?;
    let sending = Sending::to(lab, &listener, address.clone(), path)?;
    sending.announces("large.png", bulk.len)?;
    sending.receiver.hears_bulk(&bulk, 64 * MIB)?;
    sending.receiver.stops_reading();
    lab.memory_is_less_than(40 * MIB)?;
    sending.receiver.resets();
    sending.program.is_stopped();
    let size = (5 << 30) + 12_345;
    let path = lab.room_folder().puts_zeros("larger.png", size)?;
    let sending = Sending::to(lab, &listener, address.clone(), path)?;
    sending.announces("larger.png", size)?;
    sending.receiver.resets();
    sending.program.is_stopped();
    // And one that comes to its end.
    let bulk = Bulk::random(lab, 9 * MIB + 12_345);
    let path = lab.room_folder().puts("whole.png", bulk.to_vec())?;
    let sending = Sending::to(lab, &listener, address, path)?;
    sending.announces("whole.png", bulk.len)?;
    sending.receiver.hears_bulk(&bulk, bulk.len)?;
    sending.is_answered(&format!("OK {}\n", bulk.len));
    sending.program.ends_with(0)
}

/// The name is the file's own, without the folders on the way to it.
pub fn sends_the_name_alone(lab: &Lab) -> Step {
    let folder = lab.room_folder().makes("pictures")?.makes("été à la plage")?;
    let image = Image { name: "le chêne.png".to_owned(), ..Image::small(lab) };
    let path = folder.puts(&image.name, &image.content)?;
    let listener = lab.tcp_server("receiver", "127.0.0.1")?;
    let sending = Sending::to(lab, &listener, listener.address.to_string(), path)?;
    sending.receiver.hears(image.on_the_wire())?;
    sending.is_answered(&image.answer());
    sending.program.ends_with(0)?;
    // The longest that the header, and a Linux disk, can hold.
    let image = Image { name: lab.letters(251) + ".png", ..Image::small(lab) };
    Sending::of(lab, &image)?.goes_through(&image)
}

/// The answer is a line, however many segments it comes in.
pub fn puts_the_answer_together(lab: &Lab) -> Step {
    let image = Image::small(lab);
    let sending = Sending::of(lab, &image)?;
    sending.arrives(&image)?;
    let answer = image.answer();
    let (one, rest) = answer.split_at(lab.number(1..3));
    let (two, three) = rest.split_at(lab.number(1..4));
    sending.receiver.says_in_pieces([one.as_bytes(), two.as_bytes(), three.as_bytes()])?;
    sending.receiver.closes();
    sending.program.ends_with(0)
}

/// `OK` with another size is no success.
pub fn takes_the_right_size_alone(lab: &Lab) -> Step {
    let image = Image::small(lab);
    let size = image.size();
    for other in [format!("OK {}", size + 1), format!("OK {size}0"), format!("OK {}", size / 10), "OK".to_owned()] {
        let sending = Sending::of(lab, &image)?;
        sending.arrives(&image)?;
        sending.is_answered(&format!("{other}\n"));
        sending.program.ends_with(1)?;
    }
    Ok(())
}

/// `ERR` is a failure, and its reason is told.
pub fn tells_what_was_wrong(lab: &Lab) -> Step {
    let image = Image::small(lab);
    let sending = Sending::of(lab, &image)?;
    sending.arrives(&image)?;
    let reason = lab.words();
    sending.is_answered(&format!("ERR {reason}\n"));
    sending.program.fails_naming(&[&reason])
}

/// A receiver that closes without an answer, in the middle of one, or with a reset: a failure, at once.
pub fn tells_that_no_answer_came(lab: &Lab) -> Step {
    let image = Image::small(lab);
    for (begun, ends) in
        [("", TcpPeer::closes), ("O", TcpPeer::closes), ("", TcpPeer::resets)] as [(&str, fn(&TcpPeer)); 3]
    {
        let sending = Sending::of(lab, &image)?;
        sending.arrives(&image)?;
        sending.receiver.says(begun);
        ends(&sending.receiver);
        sending.fails("")?;
    }
    Ok(())
}

/// `ERR` may come before the file has gone through, and the connection with it.
pub fn ends_when_it_is_refused_early(lab: &Lab) -> Step {
    let listener = lab.tcp_server("receiver", "127.0.0.1")?;
    let bulk = Bulk::zeros(64 << 20);
    let path = lab.room_folder().puts_zeros("large.png", bulk.len)?;
    let sending = Sending::to(lab, &listener, listener.address.to_string(), path)?;
    sending.announces("large.png", bulk.len)?;
    sending.receiver.stops_reading();
    let reason = lab.words();
    sending.is_answered(&format!("ERR {reason}\n"));
    // The reset that follows may come before the reason is read: then the connection is what is told of.
    sending.fails(&reason)
}

/// A file that is not there, and one that is a folder, are told of; nothing is sent.
pub fn tells_that_there_is_no_such_file(lab: &Lab) -> Step {
    let room = lab.room_folder();
    let folder = room.makes("folder.png")?;
    for (path, name) in [(room.below("no-such.png").path(), "no-such.png"), (folder.path(), "folder.png")] {
        let listener = lab.tcp_server("receiver", "127.0.0.1")?;
        let program = lab.start(&[listener.address.to_string(), path])?;
        program.fails_naming(&[name])?;
        listener.hears_nothing()?;
    }
    Ok(())
}

/// That nobody listens is an error that names the address, and so is a name that nobody knows.
pub fn tells_that_nobody_listens(lab: &Lab) -> Step {
    let image = Image::small(lab);
    let path = lab.room_folder().puts(&image.name, &image.content)?;
    let address = format!("127.0.0.1:{}", lab.port());
    lab.start(&[&address, &path])?.fails_naming(&[&address])?;
    lab.start(&["nobody.invalid:6001", &path])?.fails_naming(&["nobody.invalid"])
}

/// A name may stand for several addresses: each is tried before giving up.
pub fn tries_every_address(lab: &Lab) -> Step {
    let image = Image::small(lab);
    let path = lab.room_folder().puts(&image.name, &image.content)?;
    // The name stands for ::1 and 127.0.0.1, and nobody knows which of them comes first: each is the only one that
    // answers once.
    for ip in lab.addresses_of_localhost()? {
        let listener = lab.tcp_server("receiver", &ip)?;
        let address = format!("localhost:{}", listener.address.port());
        Sending::to(lab, &listener, address, path.clone())?.goes_through(&image)?;
    }
    Ok(())
}

/// SERVER may be an IPv6 address in brackets.
pub fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let image = Image::small(lab);
    let path = lab.room_folder().puts(&image.name, &image.content)?;
    let listener = lab.tcp_server("receiver", "::1")?;
    Sending::to(lab, &listener, listener.address.to_string(), path)?.goes_through(&image)
}

/// Wrong usage is told, with status 2.
pub fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:6001", "image.png", "surplus"])?.refuses_its_arguments()
}

/// Without arguments it sends `image.png` to 127.0.0.1, port 6001.
pub fn has_its_defaults(lab: &Lab) -> Step {
    let listener = lab.tcp_server_at("receiver", "127.0.0.1", lab.default_port(6001)?)?;
    let own = Image { name: "image.png".to_owned(), ..Image::small(lab) };
    // A program that was brought along starts in a folder of its owner's, in which there is such a file or not.
    let content = match lab.foreign_folder() {
        None => lab.room_folder().puts(&own.name, &own.content).map(|_| Some(own.content))?,
        Some(folder) => std::fs::read(folder.join(&own.name)).ok(),
    };
    let program = lab.start::<&str>(&[])?;
    let Some(content) = content else {
        return program.fails_naming(&["image.png"]);
    };
    let image = Image::named("image.png", content);
    Sending { receiver: listener.is_connected()?, program, path: image.name.clone() }.goes_through(&image)
}
